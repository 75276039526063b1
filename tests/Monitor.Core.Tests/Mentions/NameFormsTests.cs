namespace Monitor.Core.Tests.Mentions;

/// <summary>One English name is enough for every form. The persons are other ones than on the seed list, so that nothing is learnt by heart.</summary>
public sealed class NameFormsTests
{
    [Theory]
    [InlineData("Mikita Zalatarou", "Мікіта Залатароў", "Никита Золотарёв", "Никиты Золотарёва", "Микита Залатароў", "Mikita Załatarou", "Mikity Załatarowa", "Mikita Zalatarau")]
    [InlineData("Volha Mayorava", "Вольга Маёрава", "Вольгу Маёраву", "Ольги Майоровой", "Olga Mayorova", "Wolha Majorawa", "Olgę Majorową", "Olga Majorovová")]
    [InlineData("Vasil Verameychyk", "Василия Веремейчика", "Васілём Верамейчыкам", "Wasil Wieramiejczyk", "Vasily Veremeychik's", "Wassili Weremejtschik")]
    [InlineData("Uladzimir Matskevich", "Владимиру Мацкевичу", "Уладзіміра Мацкевіча", "Володимиром Мацкевичем", "Władimira Mackiewicza", "Wladimir Mazkewitsch", "Vladimir Matskevitch", "Vladimiras Mackevičius", "Vladimirs Mackevičs")]
    [InlineData("Artsiom Bayarski", "Арцёма Баярскага", "Артёма Боярского", "Артем Боярський", "Artsiom Bajarski", "Artyom Boyarsky", "Artemas Bajarskis", "Artjomu Bojarskému")]
    [InlineData("Stsiapan Latypau", "Степан Латыпов", "Сцяпана Латыпава", "Stiepana Łatypowa", "Stepan Latypow")]
    [InlineData("Halina Dzerbysh", "Галину Дербыш", "Галіны Дзербыш", "Halinie Dziarbysz")]
    [InlineData("Mikalai Dziadok", "Николая Дедка", "Мікалаю Дзядку", "Микола Дедок", "Mikola Dziadok", "Nikolai Dedok")]
    [InlineData("Антон Кашталян", "Anton Kashtalian", "Антона Каштальяна", "Antonem Kasztalianem", "Anton Kaschtaljan")]
    public void A_full_name_is_found_in_any_script_and_case(string name, params string[] forms)
    {
        var finder = Given.Persons(name);
        foreach (var form in forms)
            Assert.True(finder.Subjects($"... {form} ... Беларусь, турма").Count == 1, $"{name} is not seen in {form}");
    }

    [Theory]
    [InlineData("Iryna Zlobina", "Злобіну", "be")]
    [InlineData("Iryna Zlobina", "Злобиной", "ru")]
    [InlineData("Iryna Zlobina", "Złobinę", "pl")]
    [InlineData("Siarhei Ramanau", "Раманава", "be")]
    [InlineData("Ihar Bancar", "Банцара", "ru")]
    [InlineData("Andrei Skurko", "Скурко", "uk")]
    [InlineData("Hanna Kandratsenka", "Кандраценкі", "be")]
    [InlineData("Marfa Zhytko", "Жытко", "be")]
    public void A_surname_alone_is_taken_where_the_item_is_about_Belarus_and_prison(string name, string surname, string language) =>
        Assert.Single(Given.Persons(name).Subjects($"Палітвязні ў Беларусі: сёння пісалі, што {surname} перавялі ў калонію.", language));

    [Theory]
    [InlineData("Siarhei Kaneuski", "Татьяна Каневская")]
    [InlineData("Siarhei Kaneuski", "Каневскую")]
    [InlineData("Tatsiana Kaneuskaya", "Сергей Каневский")]
    [InlineData("Tatsiana Kaneuskaya", "Каневскому")]
    [InlineData("Daria Chultsova", "Чульцов")]
    [InlineData("Andrei Liavonau", "Леоновой")]
    public void The_form_of_the_other_gender_is_another_person(string name, string form)
    {
        var result = Given.Persons(name).Find(Given.Item($"Політзаключённые Беларуси: {form}, колония.", "ru"));
        Assert.Empty(result.Mentions);
        Assert.NotEmpty(result.NearMisses);
        Assert.All(result.NearMisses, miss => Assert.NotEmpty(miss.Why));
    }

    [Theory]
    [InlineData("В. Мацкевич")]
    [InlineData("У. Мацкевіч")]
    [InlineData("Мацкевич В.")]
    [InlineData("Мацкевич Владимир Иванович")]
    [InlineData("Владимир Иванович Мацкевич")]
    [InlineData("МАЦКЕВИЧ")]
    [InlineData("Владимир («Учитель») Мацкевич")]
    [InlineData("Маце\u00ADкевич Владимир, Мацкевич")]
    [InlineData("Мaцкевич")]
    [InlineData("Мацке\u0301вич")]
    [InlineData("Matskevich's")]
    [InlineData("Uladzimir Matskievich")]
    [InlineData("Uladzimir Matskenvich")]
    public void Initials_patronymics_capitals_marks_and_slips_do_not_hide_a_name(string form) =>
        Assert.Single(Given.Persons("Uladzimir Matskevich").Subjects($"Об этом писали о политзаключённых Беларуси: {form}, сказано там.", "ru"));

    [Fact]
    public void A_double_surname_is_found_whole_and_by_half_beside_the_given_name()
    {
        var finder = Given.Persons("Palina Sharenda-Panasiuk");
        Assert.Single(finder.Subjects("В колонии в Беларуси остаётся Полина Шарендо-Панасюк.", "ru"));
        Assert.Single(finder.Subjects("В колонии в Беларуси остаётся Полина Шарендо.", "ru"));
    }
}
