namespace Monitor.Core.Tests.Claims;

/// <summary>Whom an item reports as taken, sentenced, freed or dead although no list names them: prisoners of Belarus, and nobody else. Our own sentences.</summary>
public sealed class DiscoveryTests
{
    private const string Freed = "Belarus released ten political prisoners on Friday, among them the teacher Ivan Kavalchuk, the rights group Viasna said.";

    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "a digest of several countries", "News of the day", Freed + "\nLaureate arrested at a memorial\nSecurity forces arrested Maria Petrova at a service on Friday, her foundation says.", "Ivan Kavalchuk" },
        { "a headline that names the other case", "News of the day", Freed + "\nMaria Petrova arrested at a memorial\nShe was taken away from a service in Tehran on Friday.", "Ivan Kavalchuk" },
        { "another country in the same paragraph", "Two cases", Freed + " The same day Maria Petrova was arrested in Iran.", "Ivan Kavalchuk" },
        { "another country between two paragraphs of Belarus", "News of the day", Freed + "\nIn Azerbaijan's neighbour Georgia, Anna Petrova was sentenced to five years in Tbilisi on Friday.\nIn Minsk nobody commented.", "Ivan Kavalchuk" },
        { "a lead whose country stands in the next paragraph", "A teacher is free", "Ivan Kavalchuk was released on Friday.\nHe had spent five years in prisons of Belarus.", "Ivan Kavalchuk" },
        { "a lead before the headline of another story", "Exchange", "Ivan Petrov was released on Friday in the exchange.\nMinsk pardons 250\nNo names are known yet in Belarus.", "" },
        { "what goes on from a paragraph about Belarus", "Minsk", Freed + "\nAnna Novik, an accountant, was sentenced to four years a day earlier.", "Anna Novik, Ivan Kavalchuk" },
        { "a list under its heading", "Sentenced in Belarus this week", "The courts of Minsk were busy, Viasna reports:\nIvan Kavalchuk was sentenced to five years\nAnna Novik was sentenced to four years\nPavel Zhuk was sentenced to three years", "Anna Novik, Ivan Kavalchuk, Pavel Zhuk" },
        { "words about Russia", "Minsk", "A court in Minsk heard two cases this week.\nIvan Kavalchuk of Brest was sentenced to five years on Friday for comments on Russia's war.", "Ivan Kavalchuk" },
        { "a poet who died at home", "Culture", "The poet Ivan Kavalchuk died in Minsk on Friday at the age of 82, his daughter wrote.", "" },
        { "a prisoner who died", "Minsk", "The political prisoner Ivan Kavalchuk died in a colony in Belarus on Friday, Viasna said.", "Ivan Kavalchuk" },
        { "a hero of the last century", "A father of the republic", "Exiled by the tsar, Ivan Kavalchuk came back to Minsk to edit a paper. He died in a Soviet prison in 1940.", "" },
        { "a namesake who only visits", "A visit", "Zhuk, the blogger, was sentenced in Minsk on Friday to four years in prison.\nIvan Zhuk of the language society brings newspapers to the prisoner's father in Minsk.", "" },
        { "a listed person behind his profession", "Minsk", "Menschenrechtsanwalt Ales Bialiatski ist am Samstag in Belarus freigekommen.", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Only_prisoners_of_Belarus_are_proposed(string what, string title, string text, string expected)
    {
        var names = Reader.Read(text.StartsWith("Mensch", StringComparison.Ordinal) ? "de" : "en", title, text).Proposals.Select(p => p.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal((what, expected), (what, string.Join(", ", names)));
    }
}
