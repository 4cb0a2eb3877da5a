from django.urls import reverse

NOTE = {
    "what": "De keuken begint een half uur vroeger.",
    "for_whom": "Keuken",
    "from_when": "1 maart",
    "effect": "De dienst schuift op.",
    "means": "",
}


def note(**more):
    return {"title": "Nieuwe uurroosters", **NOTE, **more}


def here(house, name, screening=None):
    keys = {"pk": screening.pk} if screening else {}
    return reverse(f"policyplan:{name}", kwargs={"organisation": house.slug, **keys})
