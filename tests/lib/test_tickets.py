"""A ticket counts for its subject, once it is old enough and until it is too old."""

from datetime import timedelta

import pytest
import time_machine

from blog.lib.tickets import TicketError, issue_ticket, read_ticket

NOON = "2026-11-22T12:00:00+00:00"


def refusal(ticket, subject="comment on 7", **kwargs):
    with pytest.raises(TicketError) as caught:
        read_ticket(ticket, subject, **kwargs)
    return caught.value.code


@pytest.mark.parametrize("ticket", ["", None])
def test_no_ticket(ticket):
    assert refusal(ticket) == "missing"


@pytest.mark.parametrize("ticket", ["x", "a:b:c", "::", "é:é:é", "\0", "a" * 10_000])
def test_a_ticket_that_we_did_not_sign(ticket):
    assert refusal(ticket) == "forged"


def test_a_ticket_with_one_letter_changed():
    ticket = issue_ticket("comment on 7")
    assert refusal(("A" if ticket[0] != "A" else "B") + ticket[1:]) == "forged"


def test_a_ticket_for_something_else():
    assert refusal(issue_ticket("comment on 8")) == "foreign"


def test_a_ticket_counts_from_its_age_on_and_for_a_day():
    with time_machine.travel(NOON, tick=False) as clock:
        ticket = issue_ticket("comment on 7", at_least_seconds=3)
        clock.shift(timedelta(seconds=2))
        assert refusal(ticket) == "too_young"
        clock.shift(timedelta(seconds=2))
        assert read_ticket(ticket, "comment on 7")
        clock.shift(timedelta(days=1))
        assert refusal(ticket) == "too_old"


def test_a_ticket_without_an_age_counts_at_once():
    assert read_ticket(issue_ticket("comment on 7"), "comment on 7")


def test_no_two_tickets_have_the_same_nonce():
    nonces = {read_ticket(issue_ticket("x"), "x") for _ in range(50)}
    assert len(nonces) == 50
