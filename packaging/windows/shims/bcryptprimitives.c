/* bcryptprimitives.dll of Windows 10 as Wine 8 lacks it, for test prefixes only: the one function that libraries
   written in Rust take random numbers from. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length); /* RtlGenRandom */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    const SIZE_T most = 1 << 20;
    for (; length > most; buffer += most, length -= most)
        if (!SystemFunction036(buffer, (ULONG)most))
            return FALSE;
    return SystemFunction036(buffer, (ULONG)length);
}
