using System.Globalization;
using System.Text;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;

namespace Monitor.Benchmarks;

/// <summary>
/// News-like text and watchlists of any size, the same on every machine (own generator, fixed seed): articles of about 3 KB in six languages,
/// one word in eight with a capital, one article in ten naming one of the first fifteen persons in Latin or Cyrillic letters. On a list
/// every third person shares the surname of another, and some share the given name, too.
/// </summary>
public sealed class Corpus
{
    private const int NamedPersons = 15, ArticlesForOneName = 10;

    private static readonly string[] GivenNames =
    [
        "Ales", "Aliaksandr", "Aliaksei", "Andrei", "Anton", "Artsiom", "Viktar", "Vasil", "Vital", "Valiantsin", "Uladzimir", "Henadz", "Hleb", "Dzmitry", "Dzianis", "Ihar", "Ivan", "Illia", "Kiryl", "Leanid",
        "Maksim", "Mikalai", "Mikhail", "Pavel", "Raman", "Siarhei", "Stsiapan", "Yauhen", "Yury", "Alena", "Hanna", "Volha", "Iryna", "Katsiaryna", "Maria", "Maryna", "Natallia", "Nasta", "Sviatlana", "Tatsiana",
    ];

    private static readonly string[] Onsets = ["b", "v", "h", "d", "z", "k", "l", "m", "n", "p", "r", "s", "t", "ts", "ch", "sh", "zh", "br", "hr", "dr", "kr", "pr", "tr", "st", "sk", "kl", "pl", "sl", "sm", "kh"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ia", "y"];
    private static readonly string[] Suffixes = ["ski", "ovich", "evich", "au", "enka", "uk", "ik", "chyk", "ets", "iuk", "ava", "skaya", "in", "ich", "ko", "ovski"];

    private static readonly string[] Words = (
        "the government said that its new plan for roads and schools will be ready before winter while many people wait for answers about prices work energy markets weather and trade between neighbours "
        + "правительство сообщило что новый план строительства дорог будет готов до зимы многие люди ждут ответа о ценах работе энергии рынке погоде торговле между соседями после встречи министров сегодня утром "
        + "урад паведаміў што новы план будаўніцтва дарог будзе гатовы да зімы людзі чакаюць адказу пра цэны працу энергію рынак надвор'е гандаль паміж суседзямі пасля сустрэчы сёння раніцай "
        + "уряд повідомив що новий план будівництва доріг буде готовий до зими люди чекають відповіді про ціни роботу енергію ринок погоду торгівлю між сусідами після зустрічі сьогодні вранці "
        + "rząd poinformował że nowy plan budowy dróg będzie gotowy przed zimą ludzie czekają na odpowiedź w sprawie cen pracy energii rynku pogody handlu między sąsiadami po spotkaniu ministrów dziś rano "
        + "die regierung teilte mit dass der neue plan für straßen vor dem winter fertig sein wird viele menschen warten auf antworten zu preisen arbeit energie und handel").Split(' ');

    private static readonly string[] Capitals = ("London Paris Berlin Warsaw Vilnius Москва Киев Варшава Париж Лондон Рим Гарвард Google Reuters Европа Америка Azja Warszawa Kraków Bundestag Europa Monday Friday January Марта Ивана Петра Иванов Smith Müller Johnson Nowak Kowalski Шевченко Петренко Зеленский Путин Трамп Байден "
        + "Microsoft Samsung Toyota Олимпиада Чемпионат Министр Президент Совет Парламент Сейм Кракаў Варшаве Gdańsk Madrid Roma Toronto Boston Токио Пекин Китай Japan Індія Бразилия").Split(' ');

    private ulong state;

    private Corpus(ulong seed) => state = seed;

    public static IReadOnlyList<Subject> Watchlist(int persons)
    {
        var corpus = new Corpus(2025);
        var list = new List<Subject>(persons);
        while (list.Count < persons)
        {
            // The first fifteen, whom the articles name, stay the only ones of their surname.
            var surname = list.Count > NamedPersons && corpus.Next(3) == 0 ? list[NamedPersons + corpus.Next(list.Count - NamedPersons)].Name.Split(' ')[1] : corpus.Surname();
            list.Add(new Person { Id = "p" + list.Count.ToString(CultureInfo.InvariantCulture), Name = $"{corpus.Pick(GivenNames)} {surname}" });
        }

        return list;
    }

    /// <summary>Articles of together about so many UTF-8 bytes.</summary>
    public static IReadOnlyList<Item> Articles(int bytes)
    {
        var corpus = new Corpus(13);
        var persons = Watchlist(NamedPersons);
        var items = new List<Item>();
        for (var total = 0; total < bytes;)
        {
            var named = items.Count % ArticlesForOneName == 0 ? persons[corpus.Next(persons.Count)].Name : null;
            var text = corpus.Article(named);
            total += Encoding.UTF8.GetByteCount(text);
            items.Add(new Item { Id = "i", Source = "s", Origin = "s", Title = corpus.Sentence(corpus.Next(6), null).TrimEnd('.', ' '), Text = text });
        }

        return items;
    }

    /// <summary>The surname as a plain list of aliases would hold it: Latin, Russian letters, and a few endings.</summary>
    public static IEnumerable<string> Aliases(Subject person)
    {
        var surname = person.Name.Split(' ')[1];
        var cyrillic = Cyrillic(surname);
        return [surname, person.Name, cyrillic, cyrillic + "а", cyrillic + "у", cyrillic + "ом", cyrillic + "е", surname + "a", surname + "owi"];
    }

    public static string Cyrillic(string latin)
    {
        string[] pairs = ["shch", "щ", "kh", "х", "ch", "ч", "sh", "ш", "zh", "ж", "ts", "ц", "ia", "я", "iu", "ю", "a", "а", "b", "б", "v", "в", "h", "г", "g", "г", "d", "д", "e", "е", "z", "з", "i", "и", "k", "к", "l", "л", "m", "м", "n", "н", "o", "о", "p", "п", "r", "р", "s", "с", "t", "т", "u", "у", "y", "ы"];
        var result = latin.ToLowerInvariant();
        for (var i = 0; i < pairs.Length; i += 2) result = result.Replace(pairs[i], pairs[i + 1], StringComparison.Ordinal);
        return char.ToUpperInvariant(result[0]) + result[1..];
    }

    private string Article(string? named)
    {
        var text = new StringBuilder();
        var language = Next(6);
        var place = named is null ? -1 : Next(12);
        for (var i = 0; i < 16; i++) text.Append(Sentence(language, i == place ? named : null));
        return text.ToString();
    }

    private string Sentence(int language, string? named)
    {
        var sentence = new StringBuilder();
        var length = 9 + Next(10);
        for (var i = 0; i < length; i++)
        {
            if (i == 4 && named is not null)
            {
                sentence.Append(language is 1 or 2 or 3 ? string.Join(' ', named.Split(' ').Select(Cyrillic)) : named).Append(' ');
                continue;
            }

            // Each language has about a sixth of the words.
            var word = Next(14) == 0 ? Pick(Capitals) : Words[((language * Words.Length) + Next(Words.Length)) / 6 % Words.Length];
            sentence.Append(i == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word).Append(i == length - 1 ? ". " : Next(9) == 0 ? ", " : " ");
        }

        return sentence.ToString();
    }

    private string Surname()
    {
        var name = new StringBuilder();
        for (var i = 0; i < 2 + Next(2); i++) name.Append(Pick(Onsets)).Append(Pick(Vowels));
        name.Append(Pick(Onsets)[0]).Append(Pick(Suffixes));
        return char.ToUpperInvariant(name[0]) + name.ToString(1, name.Length - 1);
    }

    private string Pick(string[] from) => from[Next(from.Length)];

    private int Next(int limit)
    {
        // xorshift*: the same numbers everywhere, which Random does not promise.
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (int)((state * 0x2545F4914F6CDD1D >> 33) % (ulong)limit);
    }
}
