using System.Globalization;
using System.Text;

namespace Monitor.Core.Feeds.Charsets;

/// <summary>An encoding by what people call it: the registered names, their spellings ("win-1251", "iso_8859_2"), and bare numbers of code pages ("cp850").</summary>
internal static class CharsetNames
{
    /// <summary>The name to take, then what people write for it. Latin-1 means windows-1252, as in browsers.</summary>
    private static readonly string[] AliasRows =
    [
        "utf-8 utf8 u8 unicode-1-1-utf-8 utf-8-sig",
        "windows-1251 win-1251 win1251 x-cp1251 windows-cyrillic",
        "koi8-r koi8 koi-8-r koi8r",
        "koi8-u koi8-ru koi8u",
        "windows-1252 latin1 latin-1 l1 iso8859-1 us-ascii ascii ansi iso-ir-100",
        "iso-8859-2 latin2 latin-2 l2",
        "iso-8859-5 cyrillic iso-ir-144",
        "iso-8859-13 latin7 l7 windows-1257-lv",
        "iso-8859-15 latin9 latin-9 l9",
        "windows-1254 iso-8859-9 latin5 latin-5 l5",
        "windows-874 tis-620 tis620 iso-8859-11",
        "shift_jis shift-jis x-sjis sjis ms-kanji windows-31j",
        "euc-jp x-euc-jp eucjp",
        "euc-kr ks-c-5601-1987 ksc5601 uhc",
        "gb18030 gb2312 gbk x-gbk euc-cn gb-2312",
        "big5 big5-hkscs big-5 x-x-big5",
        "macintosh mac macroman mac-roman",
        "x-mac-cyrillic mac-cyrillic maccyrillic x-mac-ukrainian",
        "x-mac-ce mac-latin2 maclatin2 mac-centeuro",
        "x-mac-greek mac-greek macgreek",
        "x-mac-turkish mac-turkish macturkish",
        "x-mac-icelandic mac-iceland maciceland",
    ];

    private static readonly Dictionary<string, string> Aliases = AliasRows
        .Select(row => row.Split(' '))
        .SelectMany(names => names.Skip(1).Select(alias => (Alias: alias, Name: names[0])))
        .ToDictionary(pair => pair.Alias, pair => pair.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Before the number of a code page: cp1251, ibm850, windows1251, x-cp1250.</summary>
    private static readonly string[] PagePrefixes = ["windows-", "windows", "x-cp", "cp-", "cp", "ibm", "csibm", "dos-", ""];

    /// <summary>UTF-16 and UTF-32 are found by their bytes (<see cref="ByteOrder"/>); declared without them, they are a mistake. UTF-7 is a way to smuggle markup.</summary>
    public static Encoding? Find(string name)
    {
        name = name.Replace('_', '-');
        if (Aliases.TryGetValue(name, out var known)) name = known;
        if (name.Contains("utf", StringComparison.OrdinalIgnoreCase) || name.Contains("ucs", StringComparison.OrdinalIgnoreCase)) return name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : null;
        return ByName(name) ?? ByPage(name) ?? (name.StartsWith("iso8859-", StringComparison.OrdinalIgnoreCase) ? ByName(name.Insert(3, "-")) : null);
    }

    private static Encoding? ByName(string name)
    {
        // ISO-8859-1 as the standard has it holds no letters at 0x80–0x9F, which is where windows puts the dashes and quotes of news.
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)) name = "windows-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // A name that no table holds: the bytes are then judged by themselves.
            return null;
        }
    }

    private static Encoding? ByPage(string name)
    {
        foreach (var prefix in PagePrefixes)
        {
            if (!name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || !int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var page)) continue;
            return page is > 36 and <= ushort.MaxValue ? CodePagesEncodingProvider.Instance.GetEncoding(page) : null;
        }

        return null;
    }
}
