from django.apps import AppConfig


class QuotesConfig(AppConfig):
    name = "blog.quotes"
