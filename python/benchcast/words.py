"""The words of the predictive API as enumerations; plain strings are taken everywhere too."""

from __future__ import annotations

from enum import Enum


class Word(str, Enum):
    """A string with a name; prints and formats as the string itself on every Python."""

    def __str__(self) -> str:
        return str(self.value)


class HardwarePlatform(Word):
    """Platforms a model can run on."""

    CPU = "cpu"
    CUDA = "cuda"
    ROCM = "rocm"
    MPS = "mps"
    OPENVINO = "openvino"
    WEBGPU = "webgpu"
    WEBNN = "webnn"
    QNN = "qnn"


class PrecisionType(Word):
    """Number formats."""

    FP32 = "fp32"
    FP16 = "fp16"
    BF16 = "bf16"
    INT8 = "int8"
    INT4 = "int4"
    FP8 = "fp8"


class ModelMode(Word):
    """What a model is run for."""

    INFERENCE = "inference"
    TRAINING = "training"


Hardware = HardwarePlatform | str
Precision = PrecisionType | str
Mode = ModelMode | str
