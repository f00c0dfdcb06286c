using System.Data.Common;
using System.Net.Sockets;

namespace CoalitionLetters.Data;

/// <summary>Faults that pass by themselves: a server that restarts, a line that was cut.</summary>
public static class StoreFaults
{
    public static bool IsStoreAway(this Exception fault) =>
        fault is DbException or TimeoutException or SocketException || (fault.InnerException is { } inner && inner.IsStoreAway());
}
