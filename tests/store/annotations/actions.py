"""What annotators do, at random."""

from hypothesis import strategies as st

WORDS = ["بغداد", "السوداني", "الطائرة", "الحكومة"]
actions = st.lists(
    st.tuples(
        st.sampled_from(["add", "change", "delete", "relate", "undo", "undo", "redo"]),
        st.integers(0, 9),
        st.sampled_from(["sara", "omar"]),
    ),
    max_size=25,
)
