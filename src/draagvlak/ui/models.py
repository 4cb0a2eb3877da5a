from django.db import models


class SentForm(models.Model):
    """A form that was carried out once. Sending it again (double click, back button) leads to the same place.

    key: random, made when the form was shown. account: plain number, because this floor knows no accounts.
    """

    key = models.CharField(max_length=40)
    account = models.BigIntegerField()
    place = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "key"], name="ui_a_form_is_carried_out_once")]

    def __str__(self) -> str:
        return f"{self.account} → {self.place}"
