namespace Monitor.Core.Tests.Claims;

/// <summary>The same few things said in every language that has a table: freed, not freed, may be freed, wanted free.</summary>
public sealed class LanguagesClaimsTests
{
    [Theory]
    [InlineData("ru", "Мария Колесникова вышла на свободу.", "released/asserted")]
    [InlineData("ru", "Марию Колесникову не освободили.", "released/negated")]
    [InlineData("ru", "Мария Колесникова остается за решеткой.", "released/negated")]
    [InlineData("ru", "Марию Колесникову могут освободить.", "released/hypothetical")]
    [InlineData("ru", "Правозащитники требуют освободить Марию Колесникову.", "released/demanded")]
    [InlineData("ru", "Марию Колесникову приговорили к 11 годам в 2021 году.", "sentenced/background")]
    [InlineData("be", "Марыя Калеснікава выйшла на волю.", "released/asserted")]
    [InlineData("be", "Марыю Калесьнікаву вызвалілі зь зьняволеньня.", "released/asserted")]
    [InlineData("be", "Марыю Калеснікаву не вызвалілі.", "released/negated")]
    [InlineData("be", "Марыю Калеснікаву могуць вызваліць.", "released/hypothetical")]
    [InlineData("be", "Праваабаронцы патрабуюць вызваліць Марыю Калеснікаву.", "released/demanded")]
    [InlineData("be-latn", "Maryju Kaleśnikavu vyzvalili.", "released/asserted")]
    [InlineData("uk", "Марія Колесникова вийшла на волю.", "released/asserted")]
    [InlineData("uk", "Марію Колесникову не звільнили.", "released/negated")]
    [InlineData("uk", "Марію Колесникову можуть звільнити.", "released/hypothetical")]
    [InlineData("uk", "Правозахисники вимагають звільнити Марію Колесникову.", "released/demanded")]
    [InlineData("pl", "Maryja Kalesnikawa wyszła na wolność.", "released/asserted")]
    [InlineData("pl", "Maryja Kalesnikawa nie została zwolniona.", "released/negated")]
    [InlineData("pl", "Maryja Kalesnikawa może wyjść na wolność.", "released/hypothetical")]
    [InlineData("pl", "Organizacje żądają, by uwolniono Maryję Kalesnikawą.", "released/demanded")]
    [InlineData("de", "Maria Kolesnikowa ist freigelassen worden.", "released/asserted")]
    [InlineData("de", "Maria Kolesnikowa bleibt in Haft.", "released/negated")]
    [InlineData("es", "Maria Kolesnikova ha sido liberada.", "released/asserted")]
    [InlineData("it", "Maria Kolesnikova è stata liberata.", "released/asserted")]
    [InlineData("fr", "Maria Kolesnikova a été libérée.", "released/asserted")]
    [InlineData("nl", "Maria Kolesnikova is vrijgelaten.", "released/asserted")]
    [InlineData("cs", "Maria Kolesnikovová byla propuštěna.", "released/asserted")]
    [InlineData("sv", "Maria Kolesnikova har släppts.", "released/asserted")]
    [InlineData("no", "Maria Kolesnikova er løslatt.", "released/asserted")]
    [InlineData("da", "Maria Kolesnikova er løsladt.", "released/asserted")]
    [InlineData("fi", "Maria Kolesnikova vapautettiin.", "released/asserted")]
    [InlineData("et", "Maria Kolesnikova vabastati.", "released/asserted")]
    [InlineData("bg", "Мария Колесникова беше освободена.", "released/asserted")]
    public void A_sentence_says_of_her(string language, string text, string expected) =>
        Assert.Equal(expected, Reader.Says(Reader.Read(language, "Belarus, Минск, Мінск", text), "kalesnikava"));

    [Fact]
    public void A_language_without_a_table_keeps_its_mentions_and_claims_nothing()
    {
        var reading = Reader.Read("tr", "Belarus", "Maria Kalesnikava was freed.");

        Assert.NotEmpty(reading.Mentions);
        Assert.Empty(reading.Claims);
    }

    [Theory]
    [InlineData("Марію Колесникову звільнили з в'язниці, її вже бачили рідні.")]
    [InlineData("Марыю Калеснікаву вызвалілі з калоніі, яе ўжо бачылі родныя.")]
    [InlineData("Maria Kalesnikava was freed from the colony and has seen her family.")]
    public void A_text_without_a_tag_is_read_by_its_own_words(string text) =>
        Assert.Equal("released/asserted", Reader.Says(Reader.Read("", "Мінск", text), "kalesnikava"));
}
