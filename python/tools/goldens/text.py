"""Golden values of the text metrics. Packages where one exists; otherwise the published definition, written out here."""

from __future__ import annotations

import math
import random
import re
import string
from collections import Counter
from collections.abc import Callable

import jiwer
import numpy as np
from rouge_score import rouge_scorer
from sacrebleu.metrics import BLEU, CHRF, TER

from goldens._common import SEED, case, golden

Rows = list[tuple[str, list[str]]]  # hypothesis, references

WORDS = "the a an cat dog sat on mat and ran under old tree slept it's 3.5 1,000 U.S. well-known Straße naïve \u732b \U0001f600 end. (yes) \"no\" x-1 2020-21 don't".split()


def build() -> dict[str, object]:
    return dict([*overlap_metrics(), *sacrebleu_metrics(), *error_rates(), *log_prob_metrics(), *answer_metrics()])


# --- cases -------------------------------------------------------------------------------------------------------------------


def fixed_cases() -> dict[str, Rows]:
    mat = "the cat is on the mat"
    return {
        "one word differs": [("the cat sat on the mat", [mat])],
        "identical": [(mat, [mat]), ("A quick brown fox, jumping.", ["A quick brown fox, jumping."])],
        "nothing in common": [("alpha beta gamma delta", [mat])],
        "empty hypothesis": [("", [mat]), (mat, [mat])],
        "only an empty hypothesis": [("", [mat])],
        "empty reference": [("some words here", [""]), (mat, [mat])],
        "both empty beside a full row": [("", [""]), ("the cat sat on a mat today", ["the cat sat on the mat today"])],
        "no reference text": [("some words", [""]), ("", [" ", ""])],
        "an empty reference is as good": [("K", ["", "b"]), ("", ["", "c d e f g"])],
        "white space only": [(" \t ", ["  "]), ("a b c d e", ["a b c d f"])],
        "one token": [("cat", ["cat"])],
        "three tokens": [("a black cat", ["a black cat"])],
        "case and punctuation": [("The Cat, sat!", ["the cat sat"]), ("Hello -- World...", ["hello world"])],
        "articles": [("an apple a day", ["the apple day"]), ("The", ["a"]), ("theatre another", ["atre nother"])],
        "numbers": [("It cost $1,000.50, in 2020-21.", ["It cost $1,000.5 in 2020-2021."]), (".5 and 5. and 3,a", ["0.5 and 5 and 3, a"])],
        "entities": [("&quot;A &amp; B&quot; &lt;x&gt;", ["\"A & B\" <x>"]), ("<skipped> fish &amp;lt;", ["fish <"])],
        "hyphens at line ends": [("inter-\nnational trade\nrises-\n", ["international trade rises-"])],
        "runs of points": [("wait... what?.. no..,, 1..2 a.b.c", ["wait ... what ? .. no .. ,, 1..2 a . b . c"])],
        "several references": [("the cat sat on the mat", [mat, "a cat sat on the mat", "there is a cat"]), ("dogs ran away", ["the dog ran", "dogs ran away", "a dog"])],
        "differing numbers of references": [("the cat sat on the mat", [mat, "a cat sat on the mat"]), ("dogs ran far away", ["dogs ran away"]), ("one", ["two", "one", "three"])],
        "chinese": [("\u732b\u5750\u5728\u57ab\u5b50\u4e0a\u3002", ["\u732b\u5728\u57ab\u5b50\u4e0a\u3002"]), ("\u6211 \u7231 \u4f60 \u4eec", ["\u6211 \u7231 \u4f60 \u4eec"])],
        "emoji": [("\U0001f600\U0001f601 ok \U0001f44d\U0001f3fd .", ["\U0001f600 ok \U0001f44d\U0001f3fd."]), ("\U0001f468\u200d\U0001f469\u200d\U0001f467, yes.", ["\U0001f468\u200d\U0001f469\u200d\U0001f466, yes."])],
        "combining marks": [("cafe\u0301 noir a\u0308", ["caf\u00e9 noir \u00e4"]), ("e\u0301a the\u0301", ["e\u0301 a the"])],
        "odd spaces": [("a\u00a0b\u2003c\x1fd\x85e\ufefff", ["a b c d e f"]), ("  lead and   trail \r\n", ["lead and trail"]), ("tab\tin word", ["tab in word"])],
        "capitals that grow": [("\u0130stanbul STRASSE \u1e9e \u03a3\u03a3", ["i\u0307stanbul stra\u00dfe \u00df \u03c3\u03c2"])],
        "lines": [("the cat sat\non the mat\n\nit slept", ["a cat sat\nthe mat it slept\n"]), ("b a\na c b", ["a b c\nc b a"])],
        "moved phrase": [("on the mat the black cat sat quietly today", ["the black cat sat quietly on the mat today"]), ("e f g h a b c d", ["a b c d e f g h"])],
        "repeats": [("the the the the the the the", ["the cat is on the mat"]), ("a b a b a b a b", ["b a b a b a b a"])],
        "much longer hypothesis": [(" ".join(f"w{i}" for i in range(90)), ["w3 w4 w50 w51 w89"])],
        "much longer reference": [("w3 w4 w50 w51 w89", [" ".join(f"w{i}" for i in range(90))])],
    }


def noisy(text: list[str], rng: random.Random) -> str:
    out = []
    for word in text:
        roll = rng.random()
        if roll < 0.1:
            continue
        out.append(rng.choice(WORDS) if roll < 0.25 else word)
    if rng.random() < 0.4 and len(out) > 6:
        at = rng.randrange(len(out) - 3)
        moved = [out.pop(at) for _ in range(3)]
        to = rng.randrange(len(out) + 1)
        out[to:to] = moved
    return rng.choice([" ", " ", " ", "  "]).join(out)


def random_rows(rng: random.Random, n: int, longest: int, most_references: int) -> Rows:
    rows = []
    for _ in range(n):
        base = [rng.choice(WORDS) for _ in range(rng.randint(0, longest))]
        rows.append((noisy(base, rng), [noisy(base, rng) for _ in range(rng.randint(1, most_references))]))
    return rows


def all_cases() -> dict[str, Rows]:
    rng = random.Random(SEED)
    shapes = [(12, 8, 1), (12, 25, 1), (8, 25, 3), (6, 70, 2), (3, 140, 1)]
    return fixed_cases() | {f"random: {n} rows of up to {longest} words, up to {k} reference(s)": random_rows(rng, n, longest, k) for n, longest, k in shapes}


def cases_of(reference: Callable[[Rows], float | str], cases: dict[str, Rows] | None = None) -> list[dict]:
    return [case(name, {"references": [r for _, r in rows], "hypotheses": [h for h, _ in rows]}, reference(rows)) for name, rows in (cases or all_cases()).items()]


def mean_of_best(score: Callable[[str, str], float]) -> Callable[[Rows], float]:
    return lambda rows: sum(max(score(reference, hypothesis) for reference in references) for hypothesis, references in rows) / len(rows)


# --- exact match, token F1, ROUGE ----------------------------------------------------------------------------------------------


def squad_tokens(text: str) -> list[str]:
    kept = "".join(c for c in text.lower() if c not in string.punctuation)
    return re.sub(r"\b(a|an|the)\b", " ", kept).split()


def squad_exact(reference: str, hypothesis: str) -> float:
    return float(squad_tokens(reference) == squad_tokens(hypothesis))


def squad_f1(reference: str, hypothesis: str) -> float:
    gold, guess = squad_tokens(reference), squad_tokens(hypothesis)
    if not gold or not guess:
        return float(gold == guess)
    same = sum((Counter(gold) & Counter(guess)).values())
    if same == 0:
        return 0.0
    precision, recall = same / len(guess), same / len(gold)
    return 2 * precision * recall / (precision + recall)


def rouge(variant: str) -> Callable[[Rows], float]:
    scorer = rouge_scorer.RougeScorer([variant], use_stemmer=False)
    return lambda rows: sum(scorer.score_multi(references, hypothesis)[variant].fmeasure for hypothesis, references in rows) / len(rows)


def overlap_metrics() -> list[tuple[str, dict]]:
    squad = "SQuAD 2.0 evaluation (Rajpurkar et al., 2018), written from its definition"
    rouges = [golden(v, "rouge_score 0.1.2, use_stemmer=False, score_multi, mean fmeasure", ["rouge_score"], cases_of(rouge(v))) for v in ("rouge1", "rouge2", "rougeL", "rougeLsum")]
    return [golden("exact_match", squad, [], cases_of(mean_of_best(squad_exact))), golden("token_f1", squad, [], cases_of(mean_of_best(squad_f1))), *rouges]


# --- sacrebleu -----------------------------------------------------------------------------------------------------------------


def sacrebleu_metrics() -> list[tuple[str, dict]]:
    signatures = {"bleu": "case:mixed|eff:no|tok:13a|smooth:exp", "chrf": "case:mixed|eff:yes|nc:6|nw:0|space:no", "ter": "case:lc|tok:tercom|norm:no|punct:yes|asian:no"}
    references = {"bleu": bleu, "chrf": chrf, "ter": ter}
    return [golden(metric, f"sacrebleu 2.6.0, {signatures[metric]}", ["sacrebleu"], cases_of(reference)) for metric, reference in references.items()]


def columns(rows: Rows) -> tuple[list[str], list[list[str | None]]]:
    """sacrebleu wants one list per reference number; a row with fewer references has None there."""
    most = max(len(references) for _, references in rows)
    return [h for h, _ in rows], [[r[k] if k < len(r) else None for _, r in rows] for k in range(most)]


def has_reference_text(rows: Rows) -> bool:
    return any(reference.split() for _, references in rows for reference in references)


def bleu(rows: Rows) -> float | str:
    return BLEU().corpus_score(*columns(rows)).score if has_reference_text(rows) else "no_text"


def chrf(rows: Rows) -> float | str:
    return CHRF().corpus_score(*columns(rows)).score if has_reference_text(rows) else "no_text"


def ter(rows: Rows) -> float | str:
    score = TER().corpus_score(*columns(rows))
    return score.score if score.ref_length else "no_text"


# --- jiwer ---------------------------------------------------------------------------------------------------------------------


def error_rate(process: Callable, measure: str) -> Callable[[Rows], float | str]:
    def counts(reference: str, hypothesis: str) -> tuple[int, int]:
        out = process(reference, hypothesis)
        return out.substitutions + out.deletions + out.insertions, out.hits + out.substitutions + out.deletions

    def relative(reference: str, hypothesis: str) -> float:
        edits, length = counts(reference, hypothesis)
        return edits / length if length else (math.inf if edits else 0.0)

    def reference_value(rows: Rows) -> float | str:
        nearest = [min(references, key=lambda r: relative(r, hypothesis)) for hypothesis, references in rows]
        if sum(counts(r, "")[1] for r in nearest) == 0:
            return "no_text"
        return getattr(process(nearest, [h for h, _ in rows]), measure)

    return reference_value


def error_rates() -> list[tuple[str, dict]]:
    return [
        golden("word_error_rate", "jiwer 4.0.0, wer", ["jiwer"], cases_of(error_rate(jiwer.process_words, "wer"))),
        golden("character_error_rate", "jiwer 4.0.0, cer", ["jiwer"], cases_of(error_rate(jiwer.process_characters, "cer"))),
    ]


# --- log-probabilities -----------------------------------------------------------------------------------------------------------


def log_prob_cases() -> dict[str, tuple[list[list[float]], list[str] | None]]:
    rng = random.Random(SEED)
    fixed = {
        "halves": ([[math.log(0.5)] * 4], ["abcd"]),
        "one token": ([[-1.25]], ["x"]),
        "certain": ([[0.0, 0.0], [0.0]], ["ab", "c"]),
        "rows of differing length": ([[-0.1], [-2.0, -3.5, -0.25], []], ["a", "b c d", ""]),
        "bytes of other scripts": ([[-1.0, -2.0]], ["\u732b\U0001f600e\u0301"]),
        "without texts": ([[-0.5, -0.75]], None),
        "no token": ([[], []], ["a", "b"]),
        "empty texts": ([[-0.5]], [""]),
        "very unlikely": ([[-700.0, -690.5]], ["ab"]),
        "too unlikely": ([[-800.0, -900.0]], ["ab"]),
    }
    drawn = {}
    for n in range(1, 15):
        rows = [[-rng.expovariate(0.5) for _ in range(rng.randint(1, 4 * n))] for _ in range(3 * n)]
        drawn[f"random: {3 * n} rows"] = (rows, [" ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 9))) for _ in rows])
    return fixed | drawn


def perplexity(values: list[list[float]], _texts: list[str] | None) -> float | str:
    flat = np.array([v for row in values for v in row])
    if flat.size == 0:
        return "log_probs_missing"
    with np.errstate(over="ignore"):
        value = float(np.exp(-flat.mean()))
    return value if math.isfinite(value) else "overflow"


def bits_per_byte(values: list[list[float]], texts: list[str] | None) -> float | str:
    flat = np.array([v for row in values for v in row])
    if flat.size == 0:
        return "log_probs_missing"
    if texts is None:
        return "texts_missing"
    size = sum(len(text.encode("utf-8")) for text in texts)
    return float(-np.log2(np.e) * flat.sum() / size) + 0.0 if size else "no_text"


def log_prob_metrics() -> list[tuple[str, dict]]:
    def cases(reference: Callable) -> list[dict]:
        return [case(name, {"values": v} | ({"texts": t} if t is not None else {}), reference(v, t), tolerance=1e-10) for name, (v, t) in log_prob_cases().items()]

    return [golden("perplexity", "exp of the mean negative log-probability, numpy", ["numpy"], cases(perplexity)), golden("bits_per_byte", "definition, numpy", ["numpy"], cases(bits_per_byte))]


# --- answers about images --------------------------------------------------------------------------------------------------------

NUMBERS = dict(zip("none zero one two three four five six seven eight nine ten".split(), [0, *range(11)], strict=True))
CONTRACTED = {"dont": "don't", "cant": "can't", "isnt": "isn't", "thats": "that's", "oclock": "o'clock", "im": "i'm", "theyre": "they're"}


def vqa_normalised(text: str) -> str:
    """visualqa.org/evaluation, step by step: case, periods, punctuation, number words, articles, contractions."""
    text = re.sub(r"(?<=[0-9]),(?=[0-9])", "", text.lower())
    text = re.sub(r"\.(?![0-9])", "", text)
    text = re.sub(r"[;/\[\]\"{}()=+\\_\-><@`,?!]", " ", text)
    return " ".join(str(NUMBERS.get(w, CONTRACTED.get(w, w))) for w in text.split() if w not in {"a", "an", "the"})


def vqa(rows: Rows) -> float:
    scores = []
    for hypothesis, references in rows:
        answer, annotators = vqa_normalised(hypothesis), [vqa_normalised(r) for r in references]
        if len(annotators) == 1:
            scores.append(float(answer == annotators[0]))
            continue
        enough = min(3, len(annotators) - 1)
        others = [annotators[:k] + annotators[k + 1 :] for k in range(len(annotators))]
        scores.append(sum(min(1.0, other.count(answer) / enough) for other in others) / len(others))
    return sum(scores) / len(scores)


def vqa_cases() -> dict[str, Rows]:
    def of_ten(agreeing: int) -> Rows:
        return [("2", ["two"] * agreeing + [f"answer {k}" for k in range(10 - agreeing)])]

    rng = random.Random(SEED)
    pool = ["yes", "Yes.", "no", "2", "two", "a dog", "the dog", "dog!", "dont know", "don't know", "1,000", "1000", "2:50 pm", "3.5", "red/blue", "red blue"]
    spelling = {
        "articles": ("The dog", "dog"),
        "periods": ("U.S.A.", "USA"),
        "decimal point": ("3.5", "35"),
        "comma in a number": ("1,000", "1000"),
        "comma between words": ("red,blue", "red blue"),
        "contraction": ("Dont know", "don't know"),
        "more contractions": ("thats 5 oclock im sure they're isnt", "that's five o'clock i'm sure theyre isn't"),
        "time": ("2:50 PM", "2:50 pm"),
        "possessive": ("girl's", "girls"),
        "none": ("none", "0"),
        "only punctuation": ("?!", ""),
        "other scripts": ("\u732b \U0001f600", "\u732b \U0001f600"),
    }
    return (
        {f"{k} of 10 agree": of_ten(k) for k in (0, 1, 2, 3, 4, 10)}
        | {f"{k} annotators": [("yes", ["yes"] * (k - 1) + ["no"]), ("no", ["no"] * k)] for k in (1, 2, 3, 4, 5)}
        | {name: [(answer, [other] * 10)] for name, (answer, other) in spelling.items()}
        | {f"random, {n} rows": [(rng.choice(pool), [rng.choice(pool) for _ in range(10)]) for _ in range(n)] for n in (5, 20, 60)}
    )


def anls_score(reference: str, hypothesis: str) -> float:
    a, b = (" ".join(text.lower().split()) for text in (reference, hypothesis))
    if not a and not b:
        return 1.0
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        corner, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (x != y))
    distance = row[-1] / max(len(a), len(b))
    return 1 - distance if distance < 0.5 else 0.0


def answer_metrics() -> list[tuple[str, dict]]:
    return [
        golden("vqa_accuracy", "VQA evaluation as described at visualqa.org/evaluation, written from that description", [], cases_of(vqa, vqa_cases())),
        golden("anls", "Biten et al. (2019), threshold 0.5, written from the definition", [], cases_of(mean_of_best(anls_score))),
    ]
