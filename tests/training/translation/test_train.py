"""What happens to a checkpoint between stages; runs where the extra `train` is installed."""

import pytest

torch = pytest.importorskip("torch")


def test_a_grown_decoder_writes_the_same() -> None:
    from training.translation import train
    from training.translation.model import Shape, Transformer

    torch.manual_seed(1)
    checkpoint = train.new_checkpoint(Shape(80, 16, 2, 32, 2, 2))
    source, target = torch.randint(8, 80, (3, 7)), torch.randint(8, 80, (3, 5))

    def logits() -> torch.Tensor:
        model = Transformer(Shape(**checkpoint["shape"]), 0.0)
        model.load_state_dict(checkpoint["average"])
        found: torch.Tensor = model(source, target)[0]
        return found

    before = logits()
    checkpoint["optimizer"] = {"of": "two layers"}
    train.grow(checkpoint, 2)
    assert checkpoint["optimizer"] is not None
    train.grow(checkpoint, 3)
    assert checkpoint["shape"]["decoder"] == 3
    assert checkpoint["optimizer"] is None
    assert torch.allclose(logits(), before, atol=1e-6)
