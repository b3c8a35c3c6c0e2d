#include "core/text.cpp"
