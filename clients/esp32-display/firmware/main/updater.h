#pragma once

#include "../../core/client.h"

namespace sem::updater {

/** The picture has come with this firmware: it stays. */
void confirm();

/**
 * Once a day, while the network is joined: takes a newer firmware from the feed's folder /display/firmware, when this one
 * was built to take only what is signed (sdkconfig.signed). True when the chip is to start anew with it.
 */
bool look(const Settings& settings, Remembered& remembered, Device& device, Connection& connection);

}  // namespace sem::updater
