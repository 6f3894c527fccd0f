"""Architectures that are not in timm, each with the inputs of one item: what `count.py` counts beside timm.

Layers come from the libraries named in `requirements.txt`, or are written out here from the papers where an architecture is a few lines. Nothing is downloaded: configurations are the published ones; those of YOLOv3 and YOLOv5 have the heads without anchors
that their library gives them now. Texts are counted at one length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import effdet
import segmentation_models_pytorch as smp
import timm
import torch
import torchvision
import transformers
from pytorchcv.model_provider import get_model
from torch import nn
from torch.nn.functional import interpolate
from ultralytics.nn.tasks import DetectionModel, SegmentationModel

if TYPE_CHECKING:
    from collections.abc import Callable

Item = tuple[nn.Module, tuple[torch.Tensor, ...]]


class Passing(nn.Module):
    """A model whose inputs have names, or of which a part is what runs."""

    def __init__(self, model: nn.Module, forward: Callable[..., object]) -> None:
        super().__init__()
        self.model = model
        self.passing = forward

    def forward(self, *inputs: torch.Tensor) -> object:
        return self.passing(self.model, *inputs)


def image(model: nn.Module, height: int, width: int | None = None) -> Item:
    return model, (torch.zeros(1, 3, height, width or height),)


def video(model: nn.Module, frames: int, size: int) -> Item:
    return model, (torch.zeros(1, 3, frames, size, size),)


def text(config: transformers.PretrainedConfig, tokens: int) -> Item:
    config._attn_implementation = "eager"
    return transformers.AutoModel.from_config(config, attn_implementation="eager"), (torch.zeros(1, tokens, dtype=torch.long),)


def picture(config: transformers.PretrainedConfig, kind: type, height: int, width: int | None = None) -> Item:
    return kind._from_config(config, attn_implementation="eager"), (torch.zeros(1, 3, height, width or height),)


def seen(config: transformers.PretrainedConfig, kind: type, size: int) -> Item:
    """A detector of transformers, whose mask of pixels is given: all of them."""
    model = kind._from_config(config, attn_implementation="eager")
    return Passing(model, lambda detector, pixels: detector(pixels, pixel_mask=torch.ones(1, size, size, dtype=torch.long, device=pixels.device))), (torch.zeros(1, 3, size, size),)


def detector(kind: type, config: str, size: int = 640) -> Item:
    model = kind(config, verbose=False)
    return image(model, size)


def convolution(inner: int, outer: int, window: int = 3, stride: int = 1, activation: nn.Module | None = None, norm: bool = True) -> nn.Sequential:
    layers = [nn.Conv2d(inner, outer, window, stride, window // 2, bias=not norm)]
    if norm:
        layers.append(nn.BatchNorm2d(outer))
    if activation is not None:
        layers.append(activation)
    return nn.Sequential(*layers)


class CrossStageTiny(nn.Module):
    """Part of YOLOv4-tiny: half of the channels go through two convolutions, all of which is kept."""

    def __init__(self, width: int) -> None:
        super().__init__()
        leaky = nn.LeakyReLU(0.1)
        half = width // 2
        self.first = convolution(width, width, activation=leaky)
        self.left, self.right = convolution(half, half, activation=leaky), convolution(half, half, activation=leaky)
        self.joined = convolution(width, width, 1, activation=leaky)
        self.pool = nn.MaxPool2d(2)

    def forward(self, value: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        value = self.first(value)
        left = self.left(value.chunk(2, 1)[1])
        joined = self.joined(torch.cat((self.right(left), left), 1))
        return self.pool(torch.cat((value, joined), 1)), joined


class Yolo4Tiny(nn.Module):
    def __init__(self, classes: int = 80) -> None:
        super().__init__()
        leaky = nn.LeakyReLU(0.1)
        self.stem = nn.Sequential(convolution(3, 32, 3, 2, leaky), convolution(32, 64, 3, 2, leaky))
        self.stages = nn.ModuleList([CrossStageTiny(64), CrossStageTiny(128), CrossStageTiny(256)])
        self.deep = convolution(512, 512, activation=leaky)
        self.narrow = convolution(512, 256, 1, activation=leaky)
        outputs = 3 * (classes + 5)
        self.coarse = nn.Sequential(convolution(256, 512, activation=leaky), nn.Conv2d(512, outputs, 1))
        self.raised = convolution(256, 128, 1, activation=leaky)
        self.fine = nn.Sequential(convolution(384, 256, activation=leaky), nn.Conv2d(256, outputs, 1))

    def forward(self, value: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        value = self.stem(value)
        for stage in self.stages:
            value, kept = stage(value)
        narrow = self.narrow(self.deep(value))
        raised = interpolate(self.raised(narrow), scale_factor=2.0)
        return self.coarse(narrow), self.fine(torch.cat((raised, kept), 1))


class SingleShot(nn.Module):
    """SSD over a ResNet cut behind its third stage, which keeps its resolution; then ever smaller maps, each with its boxes."""

    def __init__(self, trunk: torchvision.models.ResNet, width: int, extras: list[tuple[int, int, int, int]], boxes: list[int], classes: int = 81, head_stride: int = 1) -> None:
        super().__init__()
        for block in (trunk.layer3[0].conv1, trunk.layer3[0].conv2, trunk.layer3[0].downsample[0]):
            block.stride = (1, 1)
        self.trunk = nn.Sequential(trunk.conv1, trunk.bn1, trunk.relu, trunk.maxpool, trunk.layer1, trunk.layer2, trunk.layer3)
        relu = nn.ReLU()
        self.extras = nn.ModuleList()
        widths = [width]
        for inner, outer, stride, padding in extras:
            narrow = convolution(widths[-1], inner, 1, activation=relu)
            self.extras.append(nn.Sequential(*narrow, nn.Conv2d(inner, outer, 3, stride, padding, bias=False), nn.BatchNorm2d(outer), relu))
            widths.append(outer)
        self.heads = nn.ModuleList(nn.Conv2d(wide, count * (classes + 4), 3, head_stride, 1) for wide, count in zip(widths, boxes, strict=True))

    def forward(self, value: torch.Tensor) -> list[torch.Tensor]:
        maps = [self.trunk(value)]
        for extra in self.extras:
            maps.append(extra(maps[-1]))
        return [head(each) for head, each in zip(self.heads, maps, strict=True)]


class Unet(nn.Module):
    """U-Net of Ronneberger et al. with padding and normalisation: five levels from 64 to 1024 channels."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        widths = [64, 128, 256, 512, 1024]
        relu = nn.ReLU()
        twice = lambda inner, outer: nn.Sequential(convolution(inner, outer, activation=relu), convolution(outer, outer, activation=relu))  # noqa: E731
        self.down = nn.ModuleList(twice(inner, outer) for inner, outer in zip([3, *widths], widths, strict=False))
        self.raise_ = nn.ModuleList(nn.ConvTranspose2d(2 * width, width, 2, 2) for width in widths[-2::-1])
        self.up = nn.ModuleList(twice(2 * width, width) for width in widths[-2::-1])
        self.last = nn.Conv2d(64, classes, 1)

    def forward(self, value: torch.Tensor) -> torch.Tensor:
        kept = []
        for level, block in enumerate(self.down):
            value = block(value if level == 0 else nn.functional.max_pool2d(value, 2))
            kept.append(value)
        for raised, block, beside in zip(self.raise_, self.up, kept[-2::-1], strict=True):
            value = block(torch.cat((raised(value), beside), 1))
        return self.last(value)


class DenseResidual(nn.Module):
    """Residual dense block of ESRGAN."""

    def __init__(self, width: int, growth: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(nn.Conv2d(width + growth * i, growth if i < 4 else width, 3, 1, 1) for i in range(5))

    def forward(self, value: torch.Tensor) -> torch.Tensor:
        grown = value
        for layer in self.layers[:-1]:
            grown = torch.cat((grown, nn.functional.leaky_relu(layer(grown), 0.2)), 1)
        return value + 0.2 * self.layers[-1](grown)


class ResidualInResidual(nn.Module):
    def __init__(self, width: int, growth: int) -> None:
        super().__init__()
        self.blocks = nn.Sequential(*(DenseResidual(width, growth) for _ in range(3)))

    def forward(self, value: torch.Tensor) -> torch.Tensor:
        return value + 0.2 * self.blocks(value)


class Esrgan(nn.Module):
    """RRDBNet of ESRGAN and Real-ESRGAN x4plus: 23 blocks of 64 channels, growth 32, four times the size."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.body = nn.Conv2d(3, 64, 3, 1, 1), nn.Sequential(*(ResidualInResidual(64, 32) for _ in range(23)))
        self.behind, self.up1, self.up2, self.last = (nn.Conv2d(64, 64, 3, 1, 1) for _ in range(4))
        self.out = nn.Conv2d(64, 3, 3, 1, 1)

    def forward(self, value: torch.Tensor) -> torch.Tensor:
        value = self.first(value)
        value = value + self.behind(self.body(value))
        for up in (self.up1, self.up2):
            value = nn.functional.leaky_relu(up(interpolate(value, scale_factor=2.0)), 0.2)
        return self.out(nn.functional.leaky_relu(self.last(value), 0.2))


class AotBlock(nn.Module):
    """Aggregated contextual transformations: four dilations side by side, fused and gated."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.rates = nn.ModuleList(nn.Sequential(nn.ReflectionPad2d(rate), nn.Conv2d(width, width // 4, 3, dilation=rate), nn.ReLU()) for rate in (1, 2, 4, 8))
        self.fuse = nn.Sequential(nn.ReflectionPad2d(1), nn.Conv2d(width, width, 3))
        self.gate = nn.Sequential(nn.ReflectionPad2d(1), nn.Conv2d(width, width, 3))

    def forward(self, value: torch.Tensor) -> torch.Tensor:
        fused = self.fuse(torch.cat([rate(value) for rate in self.rates], 1))
        mask = self.gate(value)
        mask = torch.sigmoid(5 * (2 * (mask - mask.mean((2, 3), keepdim=True)) / (mask.std((2, 3), keepdim=True) + 1e-9) - 1))
        return value * (1 - mask) + fused * mask


class AotGan(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.encoder = nn.Sequential(
            nn.ReflectionPad2d(3), nn.Conv2d(4, 64, 7), nn.ReLU(), nn.Conv2d(64, 128, 4, 2, 1), nn.ReLU(), nn.Conv2d(128, 256, 4, 2, 1), nn.ReLU(),
        )
        self.middle = nn.Sequential(*(AotBlock(256) for _ in range(8)))
        self.ups = nn.ModuleList([nn.Conv2d(256, 128, 3, 1, 1), nn.Conv2d(128, 64, 3, 1, 1)])
        self.last = nn.Conv2d(64, 3, 3, 1, 1)

    def forward(self, value: torch.Tensor) -> torch.Tensor:
        value = self.middle(self.encoder(torch.cat((value, value[:, :1]), 1)))
        for up in self.ups:
            value = torch.relu(up(interpolate(value, scale_factor=2.0, mode="bilinear", align_corners=True)))
        return torch.tanh(self.last(value))


def plain_super_resolution(width: int, layers: int, scale: int, activation: Callable[[], nn.Module]) -> nn.Module:
    """Convolutions of one width at the small size, then pixels from channels: QuickSRNet, Real-ESRGAN's general model."""
    middle = [layer for _ in range(layers) for layer in (nn.Conv2d(width, width, 3, 1, 1), activation())]
    return nn.Sequential(nn.Conv2d(3, width, 3, 1, 1), activation(), *middle, nn.Conv2d(width, 3 * scale**2, 3, 1, 1), nn.PixelShuffle(scale))


def single_shot_mobilenet() -> nn.Module:
    """SSD of 300 pixels over MobileNet v1, with 91 classes."""
    trunk = timm.create_model("mobilenetv1_100", features_only=True, out_indices=(3, 4))
    relu6 = nn.ReLU6()
    widths = [512, 1024, 512, 256, 256, 128]
    extras = nn.ModuleList(nn.Sequential(convolution(inner, outer // 2, 1, activation=relu6), convolution(outer // 2, outer, 3, 2, relu6)) for inner, outer in zip(widths[1:], widths[2:], strict=False))
    heads = nn.ModuleList(nn.Conv2d(width, boxes * (91 + 4), 1) for width, boxes in zip(widths, [3, 6, 6, 6, 6, 6], strict=True))

    def forward(parts: nn.ModuleList, value: torch.Tensor) -> list[torch.Tensor]:
        maps = list(parts[0](value))
        for extra in parts[1]:
            maps.append(extra(maps[-1]))
        return [head(each) for head, each in zip(parts[2], maps, strict=True)]

    return Passing(nn.ModuleList([trunk, extras, heads]), forward)


def retinanet() -> nn.Module:
    """RetinaNet of MLPerf: ResNeXt-50 32x4d, its pyramid and both heads, without what is done with boxes."""
    backbone = torchvision.models.detection.backbone_utils.resnet_fpn_backbone(
        backbone_name="resnext50_32x4d", weights=None, returned_layers=[2, 3, 4], extra_blocks=torchvision.ops.feature_pyramid_network.LastLevelP6P7(2048, 256),
    )
    model = torchvision.models.detection.RetinaNet(backbone, 264)
    return Passing(model, lambda whole, value: whole.head(list(whole.backbone(value).values())))


def detr(layers: int, dilated: bool = False) -> Item:
    backbone = transformers.TimmBackboneConfig(backbone=f"resnet{layers}", out_indices=[4], **({"output_stride": 16} if dilated else {}))
    return seen(transformers.DetrConfig(use_timm_backbone=False, backbone_config=backbone, use_pretrained_backbone=False, backbone=None), transformers.DetrForObjectDetection, 480)


BERT = {"vocab_size": 30522}
LARGE = {"hidden_size": 1024, "num_hidden_layers": 24, "num_attention_heads": 16, "intermediate_size": 4096}

OTHERS: dict[str, Callable[[], Item]] = {
    # Image classifiers
    "alexnet": lambda: image(get_model("alexnetb"), 224),
    "zfnet": lambda: image(get_model("zfnet"), 224),
    "googlenet": lambda: image(torchvision.models.googlenet(weights=None, init_weights=False, aux_logits=False), 224),
    "inceptionv2": lambda: image(get_model("bninception"), 224),
    "squeezenet1_0": lambda: image(torchvision.models.squeezenet1_0(), 224),
    "squeezenet1_1": lambda: image(torchvision.models.squeezenet1_1(), 224),
    "shufflenet": lambda: image(get_model("shufflenet_g3_w1"), 224),
    "shufflenet_v2_x0_5": lambda: image(torchvision.models.shufflenet_v2_x0_5(), 224),
    "shufflenet_v2_x1_0": lambda: image(torchvision.models.shufflenet_v2_x1_0(), 224),
    "proxylessnasnet": lambda: image(get_model("proxylessnas_mobile"), 224),
    "peleenet": lambda: image(get_model("peleenet"), 224),
    # Detectors
    "yolov4-tiny": lambda: image(Yolo4Tiny(), 416),
    "yolov3": lambda: detector(DetectionModel, "yolov3.yaml"),
    "yolov3_tiny": lambda: detector(DetectionModel, "yolov3-tiny.yaml", 416),
    "yolov5n": lambda: detector(DetectionModel, "yolov5n.yaml"),
    "yolov5s": lambda: detector(DetectionModel, "yolov5s.yaml"),
    "yolov5m": lambda: detector(DetectionModel, "yolov5m.yaml"),
    "yolov6n": lambda: detector(DetectionModel, "yolov6n.yaml"),
    "yolov8n": lambda: detector(DetectionModel, "yolov8n.yaml"),
    "yolov8s": lambda: detector(DetectionModel, "yolov8s.yaml"),
    "yolov8n_seg": lambda: detector(SegmentationModel, "yolov8n-seg.yaml"),
    "fastsam_s": lambda: detector(SegmentationModel, "yolov8s-seg.yaml"),
    "fastsam_x": lambda: detector(SegmentationModel, "yolov8x-seg.yaml"),
    "yolov10n": lambda: detector(DetectionModel, "yolov10n.yaml"),
    "yolov11n": lambda: detector(DetectionModel, "yolo11n.yaml"),
    "yolov11n_seg": lambda: detector(SegmentationModel, "yolo11n-seg.yaml"),
    "efficientdet_d0": lambda: image(effdet.create_model("tf_efficientdet_d0", pretrained_backbone=False), 512),
    "ssd_mobilenet_v1": lambda: image(single_shot_mobilenet(), 300),
    "ssd300_resnet50": lambda: image(
        SingleShot(torchvision.models.resnet50(), 1024, [(256, 512, 2, 1), (256, 512, 2, 1), (128, 256, 2, 1), (128, 256, 1, 0), (128, 256, 1, 0)], [4, 6, 6, 6, 4, 4]), 300,
    ),
    "ssd_resnet34_1200": lambda: image(
        SingleShot(torchvision.models.resnet34(), 256, [(256, 512, 2, 1), (256, 512, 2, 1), (128, 256, 2, 1), (128, 256, 2, 1), (128, 256, 1, 0)], [4, 6, 6, 6, 4, 4], head_stride=3), 1200,
    ),
    "retinanet": lambda: image(retinanet(), 800),
    "detr_resnet50": lambda: detr(50),
    "detr_resnet101": lambda: detr(101),
    "detr_resnet50_dc5": lambda: detr(50, dilated=True),
    "detr_resnet101_dc5": lambda: detr(101, dilated=True),
    "conditional_detr_resnet50": lambda: seen(
        transformers.ConditionalDetrConfig(use_timm_backbone=False, backbone_config=transformers.TimmBackboneConfig(backbone="resnet50", out_indices=[4]), use_pretrained_backbone=False, backbone=None),
        transformers.ConditionalDetrForObjectDetection,
        480,
    ),
    # Segmentation, depth
    "fcn_resnet50": lambda: image(torchvision.models.segmentation.fcn_resnet50(weights=None, weights_backbone=None), 224),
    "deeplabv3_resnet50": lambda: image(torchvision.models.segmentation.deeplabv3_resnet50(weights=None, weights_backbone=None), 513),
    "deeplabv3_plus_mobilenet": lambda: image(smp.DeepLabV3Plus("mobilenet_v2", encoder_weights=None, classes=21), 512),
    "deeplab_xception": lambda: image(smp.DeepLabV3Plus("tu-xception65", encoder_weights=None, classes=21), 512),
    "pspnet": lambda: image(get_model("pspnet_resnetd101b_voc", aux=False, in_size=(480, 480)), 480),
    "bisenet": lambda: image(get_model("bisenet_resnet18_celebamaskhq", aux=False, in_size=(736, 960)), 736, 960),
    "sinet": lambda: image(get_model("sinet_cityscapes", aux=False, in_size=(256, 256)), 256),
    "unet_camvid": lambda: image(Unet(12), 368, 480),
    "segformer_b0": lambda: picture(transformers.SegformerConfig(num_labels=150), transformers.SegformerForSemanticSegmentation, 512),
    "depth_anything_small": lambda: picture(
        transformers.DepthAnythingConfig(
            backbone_config=transformers.Dinov2Config(hidden_size=384, num_attention_heads=6, out_indices=[9, 10, 11, 12], apply_layernorm=True, reshape_hidden_states=False, image_size=518, patch_size=14),
            reassemble_hidden_size=384, neck_hidden_sizes=[48, 96, 192, 384], fusion_hidden_size=64,
        ),
        transformers.DepthAnythingForDepthEstimation,
        518,
    ),
    # Super-resolution, inpainting
    "esrgan": lambda: image(Esrgan(), 128),
    "real_esrgan_general_x4v3": lambda: image(plain_super_resolution(64, 32, 4, lambda: nn.PReLU(64)), 128),
    "quicksrnetsmall": lambda: image(plain_super_resolution(32, 2, 4, lambda: nn.Hardtanh(0, 1)), 128),
    "quicksrnetmedium": lambda: image(plain_super_resolution(32, 5, 4, lambda: nn.Hardtanh(0, 1)), 128),
    "quicksrnetlarge": lambda: image(plain_super_resolution(64, 11, 4, lambda: nn.Hardtanh(0, 1)), 128),
    "aotgan": lambda: image(AotGan(), 512),
    # Videos
    "resnet_3d": lambda: video(torchvision.models.video.r3d_18(), 16, 112),
    "resnet_mixed": lambda: video(torchvision.models.video.mc3_18(), 16, 112),
    "resnet_2plus1d": lambda: video(torchvision.models.video.r2plus1d_18(), 16, 112),
    "video_mae": lambda: (transformers.VideoMAEForVideoClassification._from_config(transformers.VideoMAEConfig(), attn_implementation="eager"), (torch.zeros(1, 16, 3, 224, 224),)),
    # Texts, speech
    "bert_base": lambda: text(transformers.BertConfig(**BERT), 384),
    "bert_large": lambda: text(transformers.BertConfig(**BERT, **LARGE), 384),
    "distilbert_base": lambda: text(transformers.DistilBertConfig(**BERT), 128),
    "albert_base": lambda: text(transformers.AlbertConfig(vocab_size=30000, embedding_size=128, hidden_size=768, num_attention_heads=12, intermediate_size=3072), 384),
    "electra_base": lambda: text(transformers.ElectraConfig(**BERT, embedding_size=768, hidden_size=768, num_attention_heads=12, intermediate_size=3072), 384),
    "mobilebert": lambda: text(transformers.MobileBertConfig(**BERT), 384),
    "minilm_l12": lambda: text(transformers.BertConfig(**BERT, hidden_size=384, num_hidden_layers=12, num_attention_heads=12, intermediate_size=1536), 128),
    "minilm_l6": lambda: text(transformers.BertConfig(**BERT, hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536), 128),
    "nomic_bert": lambda: text(transformers.NomicBertConfig(), 128),
    "gpt2": lambda: text(transformers.GPT2Config(use_cache=False), 128),
    "wavlm_base": lambda: (transformers.WavLMModel._from_config(transformers.WavLMConfig(), attn_implementation="eager"), (torch.zeros(1, 320000),)),
}

# Names under which measurements and users know an architecture, and the one of timm or above that it is, or is mostly made of: a detector of its backbone.
NAMES: dict[str, str] = {
    "squeezenet": "squeezenet1_1", "caffenet": "alexnet", "shufflenetv2": "shufflenet_v2_x1_0", "shufflenet_v2": "shufflenet_v2_x1_0", "bvlc_alexnet": "alexnet", "inceptionv1": "googlenet",
    "ncnn_shufflenet": "shufflenet", "ncnn_proxylessnasnet": "proxylessnasnet", "efficientnetv2_b0": "tf_efficientnetv2_b0", "ncnn_efficientnetv2_b0": "tf_efficientnetv2_b0",
    "vision_transformer": "vit_base_patch32_384", "vit_base_patch32_384x": "vit_base_patch32_384", "inceptionv4": "inception_v4", "inceptionresnetv2": "inception_resnet_v2", "inception_v2": "inceptionv2",
    "mobilenet_yolo": "mobilenetv1_100", "mobilenetv2_yolov3": "mobilenetv2_100", "mobilenet_ssd": "ssd_mobilenet_v1", "squeezenet_ssd": "squeezenet1_1", "nanodet_m": "shufflenet_v2_x1_0",
    "yolo-fastestv2": "shufflenet_v2_x0_5", "fastestdet": "shufflenet_v2_x0_5", "yolo-fastest-1.1": "mobilenetv2_050", "ncnn_yolov4-tiny": "yolov4-tiny",
    "beit": "beit_base_patch16_224", "efficientformer": "efficientformer_l1", "efficientvit_b2_cls": "efficientvit_b2", "efficientvit_l2_cls": "efficientvit_l2", "mnasnet05": "mnasnet_050",
    "mobile_vit": "mobilevit_s", "nasnet": "nasnetalarge", "resnext50": "resnext50_32x4d", "resnext101": "resnext101_32x8d", "wideresnet50": "wide_resnet50_2", "sequencer2d": "sequencer2d_s",
    "levit": "levit_128s", "hrnet_pose": "hrnet_w32", "posenet_mobilenet": "mobilenetv1_100", "yamnet": "mobilenetv1_100",
    "yolov3_full": "yolov3", "yolov5": "yolov5m", "yolov6": "yolov6n", "yolov8_det": "yolov8n", "yolov8_seg": "yolov8n_seg", "yolov10_det": "yolov10n", "yolov11_det": "yolov11n", "yolov11_seg": "yolov11n_seg",
    "segformer_base": "segformer_b0", "depth_anything": "depth_anything_small", "depth_anything_v2": "depth_anything_small", "real_esrgan_x4plus": "esrgan", "ssd-mobilenet": "ssd_mobilenet_v1",
    "bert_base_seq128": "bert_base", "bert_base_uncased_hf": "bert_base", "bert-99": "bert_large", "albert_base_v2_hf": "albert_base", "electra_bert_base_discrim_google": "electra_base",
    "mobile_bert_uncased_google": "mobilebert", "mobilebert_seq128": "mobilebert", "minilm_seq128": "minilm_l12", "minilm": "minilm_l6", "distilbert_seq128": "distilbert_base", "distil_bert_base_uncased_hf": "distilbert_base",
    "nomic_embed_text": "nomic_bert", "gpt2_seq128": "gpt2", "gpt2_large": "gpt2", "gpt3_xl": "gpt2", "gpt3_27": "gpt2", "huggingface_wavlm_base_plus": "wavlm_base",
}
