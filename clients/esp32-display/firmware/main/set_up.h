#pragma once

#include "../../core/client.h"

namespace sem {

/**
 * Lets a person set the display up: by a page in a network that the display opens, whose name and password its panel shows,
 * and by a browser at the serial line (Improv). True when there are new settings; false when nobody came for ten minutes.
 */
bool setUp(Device& device, PanelBus& bus, Settings& settings, Slice trouble, Buffers& buffers);

}  // namespace sem
