"""What a person does in a window; each waits for the page that follows, as he does.

A click returns before the next page is there, and a look at that moment sees the old page or none.
"""

from playwright.sync_api import expect

PASSWORD = "een-lang-wachtwoord"


def go(locator):
    """Click what leads to another page, and wait for that page."""
    with locator.page.expect_navigation():
        locator.click()


def send(page):
    go(page.locator("main form button.btn-primary").last)


def lets_it_stop(page):
    """Where a dossier runs about this text, say that it may stop; whoever came first may have stopped it already."""
    for stops in page.get_by_label("dossier 4 stopt").all():
        stops.check()


def sees(page, text):
    expect(page.get_by_text(text).first).to_be_visible(timeout=15000)


def fill(page, **answers):
    for name, answer in answers.items():
        field = page.locator(f"[name={name}]").first
        if field.get_attribute("type") == "radio":
            page.locator(f"[name={name}][value='{answer}']").check()
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(answer)
        elif field.get_attribute("type") == "checkbox":
            page.locator(f"[name={name}][value='{answer}']").check() if answer is not True else field.check()
        else:
            field.fill(answer)


def write(page, text):
    """Type in the text editor as a person does."""
    surface = page.locator(".ProseMirror").first
    surface.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def sign_in(page, email, password="draagvlak-demo"):
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", password)
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")


def choose_password(page, link):
    page.goto(link)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    send(page)
