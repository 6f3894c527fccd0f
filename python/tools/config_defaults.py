"""Read what the configuration classes of Transformers give fields that a config.json leaves out.

    python python/tools/config_defaults.py DIST      DIST: an unpacked transformers package (no torch needed, no code of it is run)

Writes packages/core/src/models/generated/config-defaults.json: by `model_type` the class and its sizes, and which type
the sections of a composite configuration have when they do not say so. save_pretrained writes every field of a
configuration, but of its sections only those that differ from these defaults.
"""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "packages/core/src/models/generated/config-defaults.json"

# Sizes that the readers look for; what else a class fixes is in their styles.
FIELDS = """hidden_size n_embd d_model dim num_attention_heads n_head n_heads num_heads num_key_value_heads num_kv_heads head_dim d_kv
num_hidden_layers n_layer n_layers num_layers intermediate_size ffn_dim hidden_dim d_ff ffn_hidden_size vocab_size num_experts num_local_experts
num_experts_per_tok moe_intermediate_size image_size patch_size hidden_act hidden_activation max_position_embeddings""".split()

# Composite configurations whose sections may be of any type: the one their class falls back to.
FREE_SECTIONS = {
    "aya_vision": {"text_config": "cohere2"},
    "idefics3": {"text_config": "llama"},
    "internvl": {"text_config": "qwen2"},
    "llava": {"text_config": "llama"},
    "llava_next": {"text_config": "llama"},
    "llava_onevision": {"text_config": "qwen2"},
    "mistral3": {"text_config": "mistral"},
    "paligemma": {"text_config": "gemma"},
    "smolvlm": {"text_config": "llama"},
    "video_llava": {"text_config": "llama"},
    "vipllava": {"text_config": "llama"},
}
# Language models that are sections of others, and pairs of an image and a text tower.
PAIRS = ("clip", "siglip")
LANGUAGE = """cohere cohere2 gemma gemma2 gemma3_text glm glm4 granite llama mistral mixtral olmo olmo2 opt phi phi3 qwen2 qwen2_moe qwen3 qwen3_moe smollm3
stablelm starcoder2""".split()


def main(dist: Path) -> None:
    classes = [c for path in sorted(dist.glob("models/*/configuration_*.py")) for c in ast.parse(path.read_text()).body if isinstance(c, ast.ClassDef)]
    types = {c.name: kind for c in classes if (kind := constant(c, "model_type"))}
    sizes_of = {types[c.name]: {"class": c.name, "fields": found} for c in classes if c.name in types and (found := sizes(c))}
    whole = {types[c.name]: sections(c, types) for c in classes if c.name in types} | FREE_SECTIONS
    named = {kind: found for kind, found in whole.items() if kind in PAIRS or is_language(found.get("text_config"), sizes_of)}
    named = {kind: found if kind in PAIRS else {"text_config": found["text_config"]} for kind, found in sorted(named.items())}
    wanted = {*LANGUAGE, *(kind for found in named.values() for kind in found.values())}
    version = next(line.split('"')[1] for line in (dist / "__init__.py").read_text().splitlines() if line.startswith("__version__"))
    write({"source": f"configuration classes of Transformers {version}", "sections": named, "types": {kind: sizes_of[kind] for kind in sorted(wanted)}})


def is_language(kind: str | None, sizes_of: dict[str, dict]) -> bool:
    """Whether a section is a decoder: of the listed ones, or with keys and values that heads share."""
    return kind in LANGUAGE or "num_key_value_heads" in sizes_of.get(kind, {}).get("fields", {})


def constant(c: ast.ClassDef, name: str) -> object:
    for node in c.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return node.value.value if isinstance(node.value, ast.Constant) else ast.unparse(node.value)
    return None


def sections(c: ast.ClassDef, types: dict[str, str]) -> dict[str, str]:
    for node in c.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "sub_configs" and isinstance(node.value, ast.Dict):
            pairs = {ast.literal_eval(k): ast.unparse(v) for k, v in zip(node.value.keys, node.value.values)}
            return {name: types[kind] for name, kind in pairs.items() if name in ("text_config", "vision_config") and kind in types}
    return {}


def sizes(c: ast.ClassDef) -> dict[str, object]:
    init = next((n for n in c.body if isinstance(n, ast.FunctionDef) and n.name == "__init__"), None)
    if init is None or not init.args.defaults:
        return {}
    given = zip(init.args.args[-len(init.args.defaults) :], init.args.defaults)
    return {a.arg: d.value for a, d in given if a.arg in FIELDS and isinstance(d, ast.Constant) and d.value is not None}


def write(content: dict[str, object]) -> None:
    lines = [f' {json.dumps(k)}: {json.dumps(v)}' if isinstance(v, str) else f' {json.dumps(k)}: {{\n' + ",\n".join(f"  {json.dumps(i)}: {json.dumps(j)}" for i, j in v.items()) + "\n }" for k, v in content.items()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
