#include "core/http.cpp"
