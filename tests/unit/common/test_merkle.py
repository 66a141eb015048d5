"""The tree is that of RFC 9162: published vectors of the Certificate Transparency project, and properties."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.common import merkle
from tocsin.common.merkle import Frontier, leaf_hash

# Inputs, roots and proofs as published with the reference implementation of Certificate Transparency.
INPUTS = [
    bytes.fromhex(text)
    for text in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
CONSISTENCY = {
    (1, 1): [],
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
LEAVES = [leaf_hash(entry) for entry in INPUTS]


def _hashes(leaves: list[bytes]) -> merkle.Hashes:
    return lambda start, end: merkle.root_of(leaves[start:end])


def _hex(proof: list[bytes]) -> list[str]:
    return [hash_.hex() for hash_ in proof]


@pytest.mark.parametrize("size", range(9))
def test_roots_are_the_published_ones(size: int) -> None:
    assert merkle.root_of(LEAVES[:size]).hex() == ROOTS[size]


@pytest.mark.parametrize(("index", "size"), INCLUSION)
def test_inclusion_proofs_are_the_published_ones(index: int, size: int) -> None:
    proof = merkle.inclusion_proof(index, size, _hashes(LEAVES))
    assert _hex(proof) == INCLUSION[index, size]
    assert merkle.verify_inclusion(LEAVES[index], index, size, proof, bytes.fromhex(ROOTS[size]))


@pytest.mark.parametrize(("old", "new"), CONSISTENCY)
def test_consistency_proofs_are_the_published_ones(old: int, new: int) -> None:
    proof = merkle.consistency_proof(old, new, _hashes(LEAVES))
    assert _hex(proof) == CONSISTENCY[old, new]
    assert merkle.verify_consistency(old, new, proof, bytes.fromhex(ROOTS[old]), bytes.fromhex(ROOTS[new]))


def _leaves(size: int) -> list[bytes]:
    return [leaf_hash(number.to_bytes(4)) for number in range(size)]


@given(st.integers(1, 200).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size - 1))), st.data())
@settings(max_examples=200, deadline=None)
def test_a_proof_proves_its_leaf_at_its_place_and_nothing_else(place: tuple[int, int], data: st.DataObject) -> None:
    size, index = place
    leaves = _leaves(size)
    root = merkle.root_of(leaves)
    proof = merkle.inclusion_proof(index, size, _hashes(leaves))
    assert merkle.verify_inclusion(leaves[index], index, size, proof, root)
    assert len(proof) <= (size - 1).bit_length()
    other = data.draw(st.integers(0, size - 1))
    if other != index:
        assert not merkle.verify_inclusion(leaves[index], other, size, proof, root)
        assert not merkle.verify_inclusion(leaves[other], index, size, proof, root)
    assert not merkle.verify_inclusion(leaves[index], index, size, [*proof, root], root)
    if proof:
        assert not merkle.verify_inclusion(leaves[index], index, size, proof[:-1], root)
        broken = data.draw(st.integers(0, len(proof) - 1))
        proof[broken] = bytes([proof[broken][0] ^ 1]) + proof[broken][1:]
        assert not merkle.verify_inclusion(leaves[index], index, size, proof, root)


@given(st.integers(1, 200).flatmap(lambda new: st.tuples(st.integers(0, new), st.just(new))), st.data())
@settings(max_examples=200, deadline=None)
def test_a_rewritten_beginning_is_not_consistent(sizes: tuple[int, int], data: st.DataObject) -> None:
    old, new = sizes
    leaves = _leaves(new)
    before, after = merkle.root_of(leaves[:old]), merkle.root_of(leaves)
    proof = merkle.consistency_proof(old, new, _hashes(leaves))
    assert merkle.verify_consistency(old, new, proof, before, after)
    if old:
        leaves[data.draw(st.integers(0, old - 1))] = leaf_hash(b"rewritten")
        rewritten = merkle.root_of(leaves)
        forged = merkle.consistency_proof(old, new, _hashes(leaves))
        assert not merkle.verify_consistency(old, new, forged, before, rewritten)
        assert not merkle.verify_consistency(old, new, proof, before, rewritten)


@given(st.lists(st.integers(0, 90), max_size=6), st.sampled_from([2, 4, 16]))
def test_a_frontier_grows_in_any_steps_and_packs(steps: list[int], block: int) -> None:
    leaves = _leaves(sum(steps))
    frontier, done = Frontier(), 0
    for step in steps:
        frontier = Frontier(frontier.size, frontier.pack())
        for leaf in leaves[done : done + step]:
            frontier.push(leaf)
        done += step
        whole, rest = frontier.split(block)
        assert whole.size % block == 0
        assert rest.size == done % block
        assert Frontier(done, whole.pack() + rest.pack()).root() == frontier.root() == merkle.root_of(leaves[:done])
        blocks = Frontier()
        for at in range(0, whole.size, block):
            blocks.push(merkle.root_of(leaves[at : at + block]), block)
        assert blocks.root() == whole.root()


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="frontier"):
        Frontier(3, b"x")
    for index, size in ((0, 0), (3, 3), (-1, 3)):
        with pytest.raises(ValueError, match="no leaf"):
            merkle.inclusion_proof(index, size, _hashes(LEAVES))
        assert not merkle.verify_inclusion(LEAVES[0], index, size, [], LEAVES[0])
    with pytest.raises(ValueError, match="no beginning"):
        merkle.consistency_proof(4, 3, _hashes(LEAVES))
    assert not merkle.verify_consistency(4, 3, [], LEAVES[0], LEAVES[0])
    assert not merkle.verify_consistency(3, 4, [], LEAVES[0], LEAVES[0])
    assert not merkle.verify_consistency(0, 4, [], LEAVES[0], LEAVES[0])
