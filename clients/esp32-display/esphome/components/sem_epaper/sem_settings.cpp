#include "core/settings.cpp"
