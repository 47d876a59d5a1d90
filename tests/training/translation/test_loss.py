"""The training loss against PyTorch's own; runs where the extra `train` is installed."""

import pytest

torch = pytest.importorskip("torch")

PADDING, SMOOTHING = 0, 0.1


def test_loss_and_gradient_are_those_of_torch() -> None:
    """More rows than one slice, some of them padding; the gradient also when it is scaled."""
    from training.translation.loss import ROWS, smoothed_cross_entropy

    generator = torch.Generator().manual_seed(1)
    logits = 4 * torch.randn(2 * ROWS + 5, 37, generator=generator)
    target = torch.randint(37, (len(logits),), generator=generator)
    target[::7] = PADDING
    ours, theirs = logits.clone().requires_grad_(), logits.clone().requires_grad_()
    loss = smoothed_cross_entropy(ours, target, SMOOTHING, PADDING)
    wanted = torch.nn.functional.cross_entropy(
        theirs, target, ignore_index=PADDING, label_smoothing=SMOOTHING
    )
    torch.testing.assert_close(loss, wanted)
    (3 * loss).backward()
    (3 * wanted).backward()
    torch.testing.assert_close(ours.grad, theirs.grad)
    assert not ours.grad[::7].any()


def test_a_batch_of_padding_alone_costs_nothing() -> None:
    """Where PyTorch's own mean is not a number."""
    from training.translation.loss import smoothed_cross_entropy

    logits = torch.ones(3, 5, requires_grad=True)
    loss = smoothed_cross_entropy(logits, torch.full((3,), PADDING), SMOOTHING, PADDING)
    loss.backward()
    assert loss.item() == 0
    assert not logits.grad.any()
