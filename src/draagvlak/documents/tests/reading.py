import io
import zipfile

import docx


def words_of(content):
    """Every word of a Word document, tables included."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])
