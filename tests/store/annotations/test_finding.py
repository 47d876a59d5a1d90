"""Filters."""

from reader.store.annotations import Filter
from tests.annotations.helpers import on
from tests.store.annotations.article import DOC


def test_filters(store):
    store.add(on(DOC, "بغداد", 0, label="LOC", tags=("مدينة",), score=0.9, origin="recogniser"))
    store.add(on(DOC, "بغداد", 1, label="LOC", status="suggested", score=0.4))
    store.add(on(DOC, "السوداني", label="PER", note="Prime Minister", reviewed=True))
    store.add(on(DOC, "الطائرة", colour="green", placement="orphan"))

    def quotes(**fields):
        return [a.quote for a in store.find(Filter(**fields))]

    assert len(quotes()) == 4
    assert quotes(labels=("LOC",)) == ["بغداد", "بغداد"]
    assert quotes(labels=("LOC", "PER"), statuses=("accepted",)) == ["السوداني", "بغداد"]
    assert quotes(tags=("مدينة", "نهر")) == ["بغداد"]
    assert quotes(text="prime") == ["السوداني"]
    assert quotes(text="مدينة") == ["بغداد"]
    assert quotes(reviewed=True) == ["السوداني"]
    assert quotes(min_score=0.5) == ["بغداد"]
    assert quotes(kinds=("highlight",)) == quotes(placement="orphan") == ["الطائرة"]
    assert quotes(annotators=("omar",)) == quotes(documents=("x",)) == quotes(side="target") == []
    assert quotes(origin="recogniser") == ["بغداد"]
