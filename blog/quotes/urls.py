from django.urls import path

from . import views

urlpatterns = [
    path("<str:slug>/card.png", views.quote_card, name="quote_card"),
]
