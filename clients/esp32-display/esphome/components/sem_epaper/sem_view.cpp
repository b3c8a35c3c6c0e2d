#include "core/view.cpp"
