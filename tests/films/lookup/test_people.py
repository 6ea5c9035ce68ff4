"""Whom a source means, and who is a namesake."""

from django.test import TestCase

from blog.films.lookup.people import find_or_make_people
from blog.films.models import Person
from blog.films.sources import CreditRecord


def meant(name, role="cast", **ids):
    credit = CreditRecord(name, role, ids=ids)
    return find_or_make_people([credit])[credit]


class PeopleTests(TestCase):
    def test_a_number_counts_more_than_a_name(self):
        ada = Person.objects.create(name="Ada M.", tmdb_id=1)
        Person.objects.create(name="Ada Marten")
        self.assertEqual(meant("Ada Marten", tmdb_id=1), ada)

    def test_a_name_is_compared_without_accents_and_takes_the_number(self):
        zoe = Person.objects.create(name="Zoë Åkerlund")
        self.assertEqual(meant("Zoe Akerlund", wikidata_id="Q5"), zoe)
        zoe.refresh_from_db()
        self.assertEqual((zoe.name, zoe.wikidata_id), ("Zoë Åkerlund", "Q5"))

    def test_a_namesake_stays_another_person(self):
        first = Person.objects.create(name="Steve McQueen", wikidata_id="Q1")
        second = meant("Steve McQueen", wikidata_id="Q2")
        self.assertNotEqual(first, second)
        self.assertNotEqual(first.slug, second.slug)

    def test_somebody_with_two_roles_is_made_once(self):
        credits = [CreditRecord("Ada", role, ids={"tmdb_id": 7}) for role in ("director", "writer")]
        people = find_or_make_people(credits)
        self.assertEqual(len(set(people.values())), 1)
        self.assertEqual(Person.objects.count(), 1)

    def test_two_sources_name_the_same_person(self):
        person = meant("Ada Marten", tmdb_id=7)
        self.assertEqual(meant("ADA MARTEN", wikidata_id="Q7"), person)
        person.refresh_from_db()
        self.assertEqual((person.tmdb_id, person.wikidata_id), (7, "Q7"))

    def test_names_of_signs_are_told_apart(self):
        self.assertNotEqual(meant("🎬"), meant("…"))

    def test_nobody_is_asked_for_one_by_one(self):
        for count in (3, 13):
            Person.objects.all().delete()
            credits = [CreditRecord(f"P {n}", "cast", ids={"tmdb_id": n + 1}) for n in range(count)]
            find_or_make_people(credits)
            with self.assertNumQueries(1):
                find_or_make_people(credits)
