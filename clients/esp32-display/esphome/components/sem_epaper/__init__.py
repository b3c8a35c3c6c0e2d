"""sem_epaper: the Waveshare 3.7" panel in four greys, with the pictures of SEM's display-feed.

Written after ESPHome's documentation; not yet run with ESPHome. The driver and what asks the feed are those of SEM's own
firmware: this folder stays where it is in SEM's repository, beside core/ and posix/.
"""

import pathlib

import esphome.codegen as cg
import esphome.config_validation as cv
from esphome import pins
from esphome.components import spi
from esphome.const import CONF_BUSY_PIN, CONF_DC_PIN, CONF_ID, CONF_KEY, CONF_RESET_PIN

DEPENDENCIES = ["network", "spi"]
MULTI_CONF = True

CONF_FEED = "feed"
CONF_METER = "meter"
CONF_LANGUAGE = "language"
CONF_VIEW = "view"
CONF_ROT = "rot"

sem_epaper_ns = cg.esphome_ns.namespace("sem_epaper")
SemEpaper = sem_epaper_ns.class_("SemEpaper", cg.Component, spi.SPIDevice)

CONFIG_SCHEMA = (
    cv.Schema(
        {
            cv.GenerateID(): cv.declare_id(SemEpaper),
            cv.Required(CONF_FEED): cv.string_strict,
            cv.Optional(CONF_KEY, default=""): cv.string,
            cv.Optional(CONF_METER, default=""): cv.string,
            cv.Optional(CONF_LANGUAGE, default="nl"): cv.one_of("nl", "fr", "de", "en", lower=True),
            cv.Optional(CONF_VIEW, default="day,0"): cv.string_strict,
            cv.Optional(CONF_ROT, default=270): cv.one_of(90, 270, int=True),
            cv.Required(CONF_DC_PIN): pins.gpio_output_pin_schema,
            cv.Required(CONF_RESET_PIN): pins.gpio_output_pin_schema,
            cv.Required(CONF_BUSY_PIN): pins.gpio_input_pin_schema,
        }
    )
    .extend(cv.COMPONENT_SCHEMA)
    .extend(spi.spi_device_schema())
)


async def to_code(config):
    """The component, its wires and what it asks for."""
    cg.add_build_flag(f"-I{pathlib.Path(__file__).resolve().parents[3]}")
    panel = cg.new_Pvariable(config[CONF_ID])
    await cg.register_component(panel, config)
    await spi.register_spi_device(panel, config)
    data_command = await cg.gpio_pin_expression(config[CONF_DC_PIN])
    reset = await cg.gpio_pin_expression(config[CONF_RESET_PIN])
    busy = await cg.gpio_pin_expression(config[CONF_BUSY_PIN])
    cg.add(panel.set_pins(data_command, reset, busy))
    for name, setting in (
        ("ADDRESS", CONF_FEED),
        ("APIKey", CONF_KEY),
        ("METER", CONF_METER),
        ("LANG", CONF_LANGUAGE),
        ("VIEW", CONF_VIEW),
        ("ROT", CONF_ROT),
    ):
        cg.add(panel.set_up(name, str(config[setting])))
