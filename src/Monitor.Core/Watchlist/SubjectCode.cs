using System.Security.Cryptography;
using System.Text;

namespace Monitor.Core.Watchlist;

/// <summary>
/// A subject's id for links and buttons: short, always the same, and without a name in it, so that an address bar or a
/// history does not show at a glance who is followed.
/// </summary>
public static class SubjectCode
{
    private const int Bytes = 9; // 72 bits: no two of a million subjects alike

    public static string Of(string subjectId) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes("monitor subject " + subjectId)).AsSpan(0, Bytes)).Replace('+', '-').Replace('/', '_');
}
