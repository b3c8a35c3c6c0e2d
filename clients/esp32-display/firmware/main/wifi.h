#pragma once

#include "../../core/client.h"
#include "../../core/portal.h"

namespace sem::wifi {

/** Joins the network of the settings. What was noted of the access point the last time saves looking for it. */
void beginJoin(const Settings& settings, uint8_t (&noted)[24]);
Join joined();
/** 0 when it has not joined. */
int8_t rssiDbm();
/** Opens a network of its own, for setting up. */
void open(const char* name, const char* password);
/** The networks around, strongest first; how many. */
size_t scan(Seen* seen, size_t most);
void stop();

}  // namespace sem::wifi
