#include "core/zone.cpp"
