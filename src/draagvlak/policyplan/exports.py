from draagvlak.policyplan.models import Version

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def pdf(version: Version) -> bytes:
    raise NotImplementedError


def docx(version: Version) -> bytes:
    raise NotImplementedError
