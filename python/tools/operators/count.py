"""Count what a forward pass of each architecture of timm, and of others, is made of besides multiply-accumulates.

    python python/tools/operators/count.py            write packages/core/src/models/generated/operators.json
    python python/tools/operators/count.py resnet50   print the numbers of some architectures, write nothing

Every operator of one pass of one item, at the architecture's own image size, is seen with its shapes: on PyTorch's device `meta`, which has shapes and no values, so that no weights are
downloaded and nothing is computed; where a model looks at values, it runs with random weights. Attention is counted as products and softmax, as it runs where no fused kernel is used. Views,
which move nothing, do not count.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path

import timm
import torch
from other_models import NAMES, OTHERS
from timm.models import _registry
from torch.utils._python_dispatch import TorchDispatchMode

TABLE = Path(__file__).resolve().parents[3] / "packages/core/src/models/generated/operators.json"

VIEWS = set(
    "view _unsafe_view reshape permute transpose t expand slice select unsqueeze squeeze split split_with_sizes unsafe_split unbind detach alias as_strided unfold diagonal lift_fresh "
    "_reshape_alias empty empty_like empty_strided new_empty zeros zeros_like new_zeros ones ones_like new_ones full full_like arange linspace eye scalar_tensor _local_scalar_dense".split()
)
# What is counted of each kind of operator that multiplies nothing: elements written, or of those that gather many into one, read.
WRITTEN = {
    "batch_norm": "native_batch_norm _native_batch_norm_legit _native_batch_norm_legit_no_training cudnn_batch_norm",
    "layer_norm": "native_layer_norm native_group_norm rms_norm _fused_rms_norm",
    "nonlinear": "relu relu6 gelu silu mish elu selu leaky_relu prelu _prelu_kernel hardswish hardsigmoid hardtanh sigmoid tanh softplus clamp clamp_min clamp_max exp pow sqrt rsqrt square logaddexp",
    "elementwise": "add sub mul div addcmul addcdiv rsub neg reciprocal maximum minimum where lerp",
    "copied": "clone copy _to_copy cat stack index index_select index_put gather scatter roll flip repeat constant_pad_nd reflection_pad2d pixel_shuffle pixel_unshuffle im2col col2im masked_fill "
    "upsample_nearest2d upsample_bilinear2d upsample_bicubic2d grid_sampler_2d",
    "softmax": "_softmax",
}
READ = {"pooled": "max_pool2d_with_indices avg_pool2d avg_pool3d adaptive_avg_pool2d _adaptive_avg_pool2d adaptive_max_pool2d avg_pool1d max_pool1d mean sum amax max var var_mean std_mean norm linalg_vector_norm"}
KIND_OF = {name: kind for kinds in (WRITTEN, READ) for kind, names in kinds.items() for name in names.split()}


class Operators(TorchDispatchMode):
    """Adds up the operators that run while it is on."""

    def __init__(self) -> None:
        super().__init__()
        self.kernels = 0
        self.elements: Counter[str] = Counter()
        self.macs: Counter[str] = Counter()
        # Sums over products of MACs x log of: inner dimension, outputs a position, positions.
        self.sizes: Counter[str] = Counter()

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):  # noqa: ANN001, ANN204, ARG002
        out = func(*args, **(kwargs or {}))
        name = func.overloadpacket.__name__
        name = name if name.startswith("_") else name.rstrip("_")
        if name in VIEWS:
            return out
        self.kernels += 1
        written = next((tensor.numel() for tensor in tensors(out)), 0)
        if name == "convolution":
            self.transposed(args[0], args[1], args[8], written) if args[6] else self.convolution(args[1], args[8], written)
        elif name in ("mm", "addmm", "bmm", "baddbmm"):
            left, right = args[-2:]
            self.product("attention" if name.startswith("b") else "matrix", left.shape[-1], right.shape[-1], written)
        else:
            read = sum(tensor.numel() for tensor in tensors((args, list((kwargs or {}).values()))))
            kind = KIND_OF.get(name, "other")
            self.elements[kind] += read if kind in READ else written
            self.elements["moved"] += read + written
        return out

    def convolution(self, weight: torch.Tensor, groups: int, written: int) -> None:
        channels, inner, *window = weight.shape
        area = math.prod(window)
        kind = "depthwise" if groups > 1 and inner == 1 else "grouped" if groups > 1 else "windowed" if area > 1 else "matrix"
        if kind == "depthwise":
            self.elements["depthwise"] += written
            self.elements["depthwise_window"] += written * area
        self.product(kind, inner * area, channels // groups, written, groups)

    def transposed(self, read: torch.Tensor, weight: torch.Tensor, groups: int, written: int) -> None:
        """Every input is multiplied with the whole window."""
        inner, width, *window = weight.shape
        macs = read.numel() * width * math.prod(window)
        self.elements["activations"] += written
        self.macs["windowed" if groups == 1 else "depthwise" if width == 1 else "grouped"] += macs
        for size, value in (("inner", inner // groups), ("width", width), ("positions", written / (width * groups))):
            self.sizes[size] += macs * math.log(max(1, value))

    def product(self, kind: str, inner: int, width: int, written: int, groups: int = 1) -> None:
        macs = written * inner
        self.elements["activations"] += written
        self.macs[kind] += macs
        for size, value in (("inner", inner), ("width", width), ("positions", written / (width * groups))):
            self.sizes[size] += macs * math.log(max(1, value))


def tensors(value: object):
    if isinstance(value, torch.Tensor):
        yield value
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from tensors(part)


# A column of the table: its name, and what of an architecture's operators it is. Shares are in thousandths, logs in hundredths, so that the table is of whole numbers.
PER_ACTIVATION = ["moved", *WRITTEN, *READ, "depthwise", "depthwise_window"]
SHARE_OF_MACS = ["depthwise", "grouped", "attention", "windowed"]
SIZES = ["inner", "width", "positions"]
COLUMNS = ["kernels", *(f"{name}_per_activation" for name in PER_ACTIVATION), *(f"{name}_share" for name in SHARE_OF_MACS), *(f"mean_log_{name}" for name in SIZES), "macs_per_activation"]


def numbers_of(name: str) -> list[int]:
    operators = operators_of(name)
    macs = sum(operators.macs.values())
    activations = operators.elements["activations"]
    return [
        operators.kernels,
        *(round(1000 * operators.elements[kind] / activations) for kind in PER_ACTIVATION),
        *(round(1000 * operators.macs[kind] / macs) for kind in SHARE_OF_MACS),
        *(round(100 * operators.sizes[size] / macs) for size in SIZES),
        round(macs / activations),
    ]


def operators_of(name: str) -> Operators:
    build = OTHERS.get(name, lambda: of_timm(name))
    try:
        return counted(build, "meta")
    except RuntimeError:
        return counted(build, "cpu")


def of_timm(name: str):
    model = timm.create_model(name, pretrained=False)
    return model, (torch.zeros((1, *model.default_cfg["input_size"])),)


def counted(build, device: str) -> Operators:  # noqa: ANN001
    with torch.device(device):
        model, inputs = build()
    model.eval()
    operators = Operators()
    with torch.no_grad(), operators:
        model(*inputs)
    return operators


def main(wanted: list[str]) -> None:
    timm.layers.set_fused_attn(False)
    if wanted:
        for name in wanted:
            print(name, dict(zip(COLUMNS, numbers_of(name), strict=True)))
        return
    rows, others = ({name: numbers_of(name) for name in names} for names in (timm.list_models(), OTHERS))
    unknown = [name for name in NAMES.values() if name not in rows and name not in others]
    if unknown:
        raise SystemExit(f"Nobody counted {', '.join(unknown)}: correct NAMES in other_models.py.")
    # Names of earlier versions, without the training recipe of the architecture they stand for.
    earlier = {old: new.split(".")[0] for old, new in sorted(_registry._deprecated_models.items()) if new and new.split(".")[0] in rows and new.split(".")[0] != old}
    origin = f"timm {timm.__version__} (Apache-2.0) and the models of other_models.py, PyTorch {torch.__version__.split('+')[0]}: python/tools/operators/count.py"
    parts = {"origin": json.dumps(origin), "columns": json.dumps(COLUMNS), "earlierNames": json.dumps(earlier), "architectures": lines(rows), "otherNames": json.dumps(NAMES), "others": lines(others)}
    TABLE.write_text("{" + ",\n".join(f"{json.dumps(key)}:{text}" for key, text in parts.items()) + "}\n", encoding="utf-8")
    print(f"{len(rows)} architectures and {len(others)} others, {TABLE.stat().st_size // 1000} kB")


def lines(rows: dict[str, list[int]]) -> str:
    """One architecture a line, so that changes show."""
    return "{\n" + ",\n".join(f"{json.dumps(name)}:{json.dumps(numbers, separators=(',', ':'))}" for name, numbers in sorted(rows.items())) + "\n}"


main(sys.argv[1:])
