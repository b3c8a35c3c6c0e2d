#include "core/schedule.cpp"
