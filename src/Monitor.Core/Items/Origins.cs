using System.Text;

namespace Monitor.Core.Items;

/// <summary>
/// One key for an organisation, by whatever it is called: its host as an outlet, its name in a credit line, the key a quoted voice has.
/// "belta.by", "BELTA" and "according to BELTA" are one origin; whoever is not in the table is an origin under its own name.
/// </summary>
public static class Origins
{
    /// <summary>A key, then its hosts and names, folded to letters, digits and hyphens.</summary>
    private static readonly string[] Table =
    [
        "belta belta.by белта беларускае-тэлеграфнае-агенцтва белорусское-телеграфное-агентство",
        "president-by president.gov.by pul_1 pul-pervogo pul-pervovo пул-первого",
        "viasna spring96.org spring96 вясна весна праваабарончы-цэнтр-вясна правозащитный-центр-весна human-rights-centre-viasna human-rights-center-viasna",
        "rferl svaboda.org rferl.org svoboda.org radiosvoboda.org currenttime.tv radio-svaboda radio-free-europe rfe-rl radio-liberty радыё-свабода радио-свобода радіо-свобода",
        "zerkalo zerkalo.io зеркало люстэрка",
        "nashaniva nashaniva.com nn.by nasha-niva наша-ніва наша-нива",
        "charter97 charter97.org хартия-97 хартыя-97 хартия97",
        "salidarnasts gazetaby.com салідарнасць солидарность",
        "belsat belsat.eu белсат",
        "euroradio euroradio.fm еўрарадыё еврорадио",
        "pozirk pozirk.online позірк",
        "reform reform.news reform.by",
        "meduza meduza.io медуза",
        "reuters reuters.com рейтер рэйтэр",
        "afp afp.com agence-france-presse",
        "ap apnews.com associated-press the-associated-press",
        "dw dw.com dw_belarus deutsche-welle дойче-велле",
        "bbc bbc.com bbc.co.uk би-би-си бі-бі-сі",
        "amnesty amnesty.org amnesty-international",
        "hrw hrw.org human-rights-watch",
        "fidh fidh.org",
        "pen penbelarus.org pen.org pen-belarus",
        "osce osce.org",
        "us-government state.gov treasury.gov whitehouse.gov us-envoy by.usembassy.gov lt.usembassy.gov",
        "eu europa.eu",
        "confidencial confidencial.digital confidencial.com.ni",
    ];

    private static readonly Dictionary<string, string> Known = Read();

    /// <summary>The key for a source's id, a host, a channel, a printed name or the key of a voice.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = name.Trim().TrimStart('@').ToLowerInvariant();
        if (Known.TryGetValue(plain, out var key) || Known.TryGetValue(Slug(plain), out key)) return key;
        for (var host = plain; host.Contains('.', StringComparison.Ordinal); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
            if (Known.TryGetValue(host, out key)) return key;
        return plain.StartsWith("www.", StringComparison.Ordinal) ? plain[4..] : plain.Contains(' ', StringComparison.Ordinal) ? Slug(plain) : plain;
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    private static Dictionary<string, string> Read()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Table)
        {
            var names = row.Split(' ');
            foreach (var name in names) known[name] = names[0];
        }

        return known;
    }
}
