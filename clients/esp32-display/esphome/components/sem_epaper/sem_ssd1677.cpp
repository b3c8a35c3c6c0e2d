#include "core/ssd1677.cpp"
