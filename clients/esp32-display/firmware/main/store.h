#pragma once

#include "../../core/settings.h"

namespace sem::store {

/**
 * The settings: when the power has just come, those of a config.txt that has been put on the SD card or into the flash and not yet been taken over, else
 * those that were kept. A config.txt that cannot be understood changes nothing; `trouble` then says which line it was.
 */
void load(bool powerCame, Settings& settings, Writer& trouble);
void keep(const Settings& settings);
void forget();

}  // namespace sem::store
