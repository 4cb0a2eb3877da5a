// Turns fields marked data-rich into an editor with a toolbar of words. Without this file they stay plain fields.
import {
  Blockquote, Bold, BulletList, Document, Dropcursor, Gapcursor, HardBreak, Heading, History, HorizontalRule, Italic, Link,
  ListItem, OrderedList, Paragraph, Strike, Subscript, Superscript, Table, TableCell, TableHeader, TableRow, Text, Underline,
  createTextareaEditor,
} from "../django_prose_editor/editor.js";
import { Pasted } from "./pasted.js";

const EXTENSIONS = [
  Blockquote, Bold, BulletList, Document, Dropcursor, Gapcursor, HardBreak, Heading.configure({ levels: [2, 3, 4] }), History,
  HorizontalRule, Italic, Link.configure({ openOnClick: false }), ListItem, OrderedList, Paragraph, Pasted, Strike, Subscript,
  Superscript, Table, TableCell, TableHeader, TableRow, Text, Underline,
];

const ACTS = {
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  heading: (chain) => chain.toggleHeading({ level: 2 }),
  subheading: (chain) => chain.toggleHeading({ level: 3 }),
  bullets: (chain) => chain.toggleBulletList(),
  numbers: (chain) => chain.toggleOrderedList(),
  quote: (chain) => chain.toggleBlockquote(),
  table: (chain) => chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true }),
  undo: (chain) => chain.undo(),
};
const STATES = { heading: ["heading", { level: 2 }], subheading: ["heading", { level: 3 }], bullets: ["bulletList"], numbers: ["orderedList"], quote: ["blockquote"] };

function toolbar(editor, words, label) {
  const bar = document.createElement("div");
  bar.className = "rich-bar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", label);
  for (const [name, act] of Object.entries(ACTS)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words[name];
    button.addEventListener("click", () => act(editor.chain().focus()).run());
    bar.append(button);
    editor.on("transaction", () => {
      if (name !== "undo" && name !== "table") button.setAttribute("aria-pressed", String(editor.isActive(...(STATES[name] || [name]))));
    });
  }
  return bar;
}

for (const field of document.querySelectorAll("textarea[data-rich]")) {
  const words = JSON.parse(document.getElementById("rich-words").content.textContent);
  const label = document.querySelector(`label[for="${field.id}"]`);
  label.id ||= `${field.id}_label`;
  const editor = createTextareaEditor(field, EXTENSIONS);
  const surface = editor.view.dom;
  surface.setAttribute("role", "textbox");
  surface.setAttribute("aria-multiline", "true");
  surface.setAttribute("aria-labelledby", label.id);
  surface.classList.add("read");
  surface.before(toolbar(editor, words, words.toolbar));
  label.addEventListener("click", () => editor.commands.focus());
  let touched = false;
  editor.on("update", () => { touched = true; });
  field.form.addEventListener("submit", () => { touched = false; });
  window.addEventListener("beforeunload", (event) => { if (touched) event.preventDefault(); });
}
