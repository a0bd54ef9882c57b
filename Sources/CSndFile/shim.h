// What Swift sees of libsndfile (https://libsndfile.github.io/libsndfile/api.html).
#pragma once
#include <sndfile.h>
