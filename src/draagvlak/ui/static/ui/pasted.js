// What a word processor pastes, in the words of our own texts: its greatest heading is our first, and what it drew as a list is one.
import { Extension } from "../django_prose_editor/editor.js";

const DRAWN = 'p[style*="mso-list"]';
const MARK = 'span[style*="mso-list:Ignore"], span[style*="mso-list: Ignore"]';

function renamed(element, tag) {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

function listed(page) {
  let open = [];
  for (const item of page.querySelectorAll(DRAWN)) {
    const level = Number(/level([1-9])/.exec(item.getAttribute("style"))?.[1] || 1);
    const mark = item.querySelector(MARK);
    const kind = /^\s*\(?[0-9a-z]{1,4}[.)]/i.test(mark?.textContent || "") ? "ol" : "ul";
    mark?.remove();
    if (item.previousElementSibling !== open[0]) open = [];
    open.length = Math.min(open.length, level);
    while (open.length < level) {
      const list = page.createElement(kind);
      if (!open.length) item.before(list);
      else (open.at(-1).lastElementChild || open.at(-1).appendChild(page.createElement("li"))).append(list);
      open.push(list);
    }
    const words = page.createElement("p");
    words.append(...item.childNodes);
    open.at(-1).appendChild(page.createElement("li")).append(words);
    item.remove();
  }
}

export const Pasted = Extension.create({
  name: "pasted",
  transformPastedHTML(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    listed(page);
    for (const heading of page.querySelectorAll("h1")) renamed(heading, "h2");
    for (const heading of page.querySelectorAll("h5, h6")) renamed(heading, "h4");
    return page.body.innerHTML;
  },
});
