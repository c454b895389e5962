/* icuuc.dll of Windows 10 as Wine 8 lacks it, for test prefixes only: a converter can never be opened, so that Qt
   falls back on its own code pages. What takes a converter is never called then and only has to exist. */
#include <stddef.h>

#define EXPORTED __declspec(dllexport)
#define NEVER(name) EXPORTED void name(void) {}

enum { ILLEGAL_ARGUMENT = 1, FILE_ACCESS = 4 };

EXPORTED void *ucnv_open(const char *name, int *error)
{
    (void)name;
    *error = FILE_ACCESS;
    return NULL;
}

EXPORTED int ucnv_countAvailable(void)
{
    return 0;
}

EXPORTED const char *ucnv_getAvailableName(int number)
{
    (void)number;
    return NULL;
}

EXPORTED const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{
    (void)name, (void)standard;
    *error = ILLEGAL_ARGUMENT;
    return NULL;
}

NEVER(ucnv_close)
NEVER(ucnv_reset)
NEVER(ucnv_getName)
NEVER(ucnv_getMaxCharSize)
NEVER(ucnv_getToUCallBack)
NEVER(ucnv_getFromUCallBack)
NEVER(ucnv_setToUCallBack)
NEVER(ucnv_setFromUCallBack)
NEVER(ucnv_cbToUWriteUChars)
NEVER(ucnv_cbFromUWriteUChars)
NEVER(ucnv_toUnicode)
NEVER(ucnv_fromUnicode)
NEVER(ucnv_toUCountPending)
NEVER(ucnv_fromUCountPending)
NEVER(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NEVER(UCNV_TO_U_CALLBACK_SUBSTITUTE)
