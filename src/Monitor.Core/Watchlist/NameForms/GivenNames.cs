namespace Monitor.Core.Watchlist.NameForms;

/// <summary>
/// Given names that are the same person's in different languages, one group a line: gender, then one spelling for each *sound* (Latin
/// and Cyrillic transliterations of it need no entry). Sources: the official Belarusian name list with its Russian, Ukrainian and Polish
/// counterparts, and the common names of the languages the news comes in, which are here so that another person's name is known as such.
/// Ales and Aliaksandr are two groups that *may* be one person: <see cref="MayBe"/>.
/// </summary>
public static class GivenNames
{
    public static readonly string[] Groups =
    [
        "m Aliaksandr Alexander Aleksander Oleksandr Alexandre Alessandro Alejandro Alexandru Aleksandar Aleksandrs",
        "m Ales Oles", "m Sasha", "m Aliaksei Aleksey Oleksii Alexis Aliaxei", "m Anatol Anatoli Anatolii", "m Andrei Andzei Andrii Andrew Andreas Andre Andris Andrius Anders András",
        "m Anton Antoni Antonio Anthony Antanas Antoine Antos", "m Artur Arthur", "m Artsiom Artem Artsem Artiom", "m Arkadz Arkadi Arkadii", "m Barys Boris",
        "m Bahdan Bogdan Bohdan", "m Branislau Bronislav Bronislaw", "m Viktar Viktor Victor Vitya", "m Vasil Vasili Vasyl Vasilii Wasyl", "m Viachaslau Vyacheslav Viacheslav",
        "m Vital Vitali Vitalii", "m Valery Valerii Valer", "m Valiantsin Valentin Valentyn Valentino", "m Vadzim Vadim Vadym", "m Vatslau Vaclav Waclaw Vatslav Václav",
        "m Uladzimir Vladimir Volodymyr Uladz Wlodzimierz Wladimir Uladzia", "m Uladzislau Vladislav Wladyslaw Vladyslav Vlad", "m Usevalad Vsevolod", "m Vincent Vintsent Vincas Vincenty",
        "m Hleb Gleb Hlib", "m Henadz Gennadi Hennadii Henadzi", "m Heorhi Georgi Georgii Heorhii George Georg Jorge Georges", "m Ryhor Grigori Hryhorii Grigorii Grzegorz Hryhory",
        "m Herman German Hermann", "m Dzmitry Dmitri Dmytro Dimitri Zmitser Zmitr Dima Dzima", "m Dzianis Denis Denys Dennis", "m Daniil Danila Danylo Daniel Danil", "m David Davyd Dawid",
        "m Eduard Edward", "m Emil", "m Ihar Igor Ihor", "m Illia Ilya Ilja Elias", "m Ivan Yanka Iwan", "m Jan Yan Janis Jonas John Johann Jean Giovanni Juan Ian Johannes Hans Janusz",
        "m Iosif Jazep Osip Joseph Jozef Yosyp Josef Jose Giuseppe Yuzef", "m Kiryl Kirill Kyrylo Kirylo Cyril", "m Kanstantsin Konstantin Kostiantyn Konstanty Kastus Kostas", "m Leanid Leonid",
        "m Leu Lev Leo Leon", "m Lukash Lukas Luka Lukasz", "m Maksim Maxim Maksym Maxime Maks Max", "m Mikalai Nikolai Mykola Mikola Nicolas Nicholas Nikolas Nikola Nicolae Mykolas Miklos Niklas",
        "m Mikhail Mikhas Mykhailo Mykhas Michael Michal Michel Misha Mihai Mikhailo Mikael Miguel Michele", "m Mark Marek Marko Markus Marco Marc", "m Maciej Matvei Matsvei Matvii Matthew Mateusz Matthias Matej",
        "m Mechyslau Mieczyslaw", "m Mikita Nikita Mykyta", "m Aleh Oleg Oleh", "m Afanasi Apanas", "m Pavel Pavlo Paul Paulo Paval Pawel Paulius Pavol Pablo Paolo Pauls Pavlik", "m Piotr Petr Petro Peter Piatro Pedro Pierre Petras Peteris Pieter Petar",
        "m Raman Roman", "m Ruslan", "m Rastsislau Rostislav Rostyslav", "m Siarhei Serhii Serge Sergio Sergiusz Siarzhuk", "m Stanislau Stanislav Stanislaw Stas", "m Stsiapan Stepan Stefan Stephen Steven Stephan Steve Stiopan",
        "m Siamion Semen Siamen Simon Symon Szymon", "m Sviataslau Sviatoslav", "m Tsimafei Timofei Tymofii Timothy", "m Tsimur Timur", "m Taras", "m Fiodar Fiodor Fedir Fedor Theodore Todar Khvedar Teodor",
        "m Yauhen Evgeni Yevgeni Yevhen Eugene Eugeniusz Evgenii Eugen Yauheni", "m Yahor Egor Yehor Yegor", "m Yury Yuri Yurii Juras Jerzy Jurgen Yurko", "m Yakau Yakov Yakiv Jakub Jacob Jakob James", "m Yaraslau Yaroslav Jaroslaw Jaroslav", "m Yulian Julian Julien",
        "m Filip Philip Pilip Philippe Felipe", "m Feliks Felix", "m Kazimir Kazimierz", "m Zbigniew", "m Tadeusz Tadevush Tadas", "m Wojciech Vojtech", "m Krzysztof Christopher Christoph Kristof", "m Tomasz Thomas Tamash Foma Tomas Tom Tommaso", "m Lech", "m Donald", "m Radoslaw Radaslau",
        "m Bartosz", "m Karol Karel Karl Charles Carl Carlos Carlo Karlis", "m Adam", "m Ludwik Ludwig Louis Luis Luigi", "m Jacek", "m Marcin Martin", "m Leszek", "m Ryszard Richard Rychard", "m Robert Roberto", "m William Willem Wilhelm Bill", "m Henry Henryk Heinrich Henri Genrikh Enrico",
        "m Frank Franz Francis Frantsishak Franciszek Francisco Franak Francois Francesco", "m Fred Frederick Friedrich", "m Joe", "m Keith", "m Kevin", "m Brian", "m Eric Erik Erich", "m Kenneth", "m Jack", "m Marat", "m Rinat", "m Timur", "m Ruslan", "m Rustam", "m Aslan", "m Ramzan", "m Mansur", "m Ahmed Akhmed", "m Muhammad Mohammed", "m Ali",
        "m Dejan Deyan", "m Zoran", "m Goran", "m Dragan", "m Nenad", "m Lazar", "m Novak", "m Milan", "m Milos Milosh", "m Stevan", "m Slobodan", "m Vuk", "m Ivica", "m Bojan Boyan", "m Nemanja", "m Sasa", "m Dusan Dushan", "m Vlado", "m Ljubomir Lyubomir Lubomir",
        "m Vytautas Vitautas Vitaut", "m Gitanas", "m Gintautas", "m Algirdas", "m Edgars Edgar", "m Egils", "m Aivars", "m Raimonds Raymond Raimund", "m Otto", "m Olaf Olav", "m Bernd Bernard Bernhard", "m Klaus", "m Jurij", "m Lars", "m Sven", "m Nils", "m Urs", "m Oscar Oskar Askar", "m Volf Wolf", "m Rudolf Rudolph", "m Arnold", "m Albert", "m Alfred", "m Gustav", "m Ernest Ernst", "m Walter", "m Yefim Efim Yukhim", "m Ignat Ihnat Ignacy Ignatius", "m Makar", "m Zakhar", "m Tsikhan Tikhon", "m Rodion Radzivon", "m Platon", "m Prokhor", "m Savely", "m Savva", "m Trafim Trofim", "m Yemelian Yamelian", "m Mstislav", "m Vseslav Usiaslau", "m Miron", "m Nazar", "m Orest", "m Ostap Astap", "m Zinovy", "m Luchezar", "m Hristo Khristo Christo", "m Todor", "m Plamen", "m Rumen Rumian", "m Gyorgy", "m Laszlo", "m Ferenc", "m Istvan", "m Bence", "m Ion", "m Vasile", "m Mircea", "m Liviu", "m Edmund", "m Ilmar", "m Rein", "m Toomas", "m Jaan", "m Pekka", "m Juha", "m Matti", "m Kim", "m Leif", "m Geir", "m Bjorn", "m Knut",

        "f Maria Maryia Mary Marie Mariam Maryja", "f Masha Marysia Mania", "f Maryna Marina", "f Maryana Mariana Marianna", "f Marharyta Margarita Margaret Malgorzata", "f Marta Martha", "f Marfa", "f Natallia Natalia Natali Natalie Natalla Natasha Natalka", "f Nadzeya Nadezhda Nadiia Nadia",
        "f Nasta Nastsia Nastya Anastasia Nastassia Anastasiia", "f Nina", "f Alena Elena Olena Helena Yelena Aliona Ellen Lena Helen Jelena Elene", "f Aksana Oksana Axana", "f Ala Alla", "f Alesia Olesia Lesia", "f Alina", "f Anzhalika Anzhelika Angelika Andzelika Angelica", "f Anzhela Angela Anzhalina Angelina", "f Antanina Antonina",
        "f Hanna Anna Ganna Anne Ann Hania Ania Hannah", "f Halina Galina Halyna", "f Daria Darya Dariia Darja", "f Dasha", "f Diana Dziana", "f Katsiaryna Ekaterina Kateryna Katarzyna Catherine Yekaterina Katerina Katherine Katharina Katarina", "f Katya Katsia Kate", "f Iryna Irina Irena Irene Ira Irka", "f Yulia Julia Yuliia Julie Juliana",
        "f Yana Jana", "f Yauhenia Evgenia Yevhenia Eugenia Jauhienija", "f Larysa Larisa", "f Liudmila Lyudmila Ludmila Ludmyla Liudmyla", "f Liubou Lyubov Liubov", "f Lidzia Lidia Lidziia", "f Volha Olga Olha Wolha", "f Palina Polina Paulina", "f Raisa", "f Sviatlana Svetlana Svitlana Swietlana", "f Sofia Zofia Safia Sophie",
        "f Tatsiana Tatiana Tetiana Tacciana Tanya", "f Tamara", "f Vera Viera Vira", "f Veranika Veronika Veronica", "f Valeryia Valeria Valeriia Valerie", "f Valiantsina Valentina Valentyna", "f Viktoryia Viktoria Victoria", "f Vasilisa", "f Ksenia Kseniia Xenia Aksinia", "f Kira", "f Karyna Karina", "f Krystsina Kristina Khrystyna Christina Krystyna Kristine",
        "f Aliaksandra Aleksandra Alexandra Oleksandra", "f Zoya Zoia", "f Zinaida", "f Zhanna Jeanne Joanna", "f Emilia", "f Eva Ewa Eve", "f Lizaveta Elizaveta Yelyzaveta Elizabeth Elzbieta", "f Barbara", "f Wanda", "f Jadwiga Yadviha", "f Ruta", "f Snezhana Snizhana", "f Uliana Ulyana Julijana", "f Stefania", "f Inna", "f Inga", "f Inesa Agnes Agnieszka", "f Nelly", "f Rita", "f Regina", "f Sabina", "f Iva", "f Iwona Ivona Yvonne", "f Monika Monica", "f Ursula Urszula", "f Kaja Kaya", "f Narges", "f Mzia Msia", "f Beata", "f Dorota Dorothea", "f Bella", "f Elvira", "f Milana", "f Mila", "f Svetla", "f Enira", "f Rima Rimma", "f Faina", "f Tamila", "f Sarah Sara", "f Laura", "f Linda", "f Michelle", "f Susan Susanna Zuzanna", "f Karen", "f Nancy", "f Emma", "f Greta", "f Ingrid", "f Ilze", "f Evika", "f Laima", "f Dalia Dalija", "f Rasa", "f Ausra", "f Jolanta Yalanta", "f Grazyna", "f Teresa Theresa", "f Elina", "f Evelina", "f Arina Aryna", "f Varvara", "f Zlata", "f Zarina", "f Amina", "f Leila", "f Rosa Roza", "f Vasilina", "f Vlada", "f Vladislava Uladzislava", "f Yaraslava Yaroslava", "f Stanislava",
    ];

    /// <summary>Groups (by their first spelling) of which one can stand for the other: full names and their short or pen forms.</summary>
    public static readonly (string, string)[] MayBe =
    [
        ("Ales", "Aliaksandr"), ("Sasha", "Aliaksandr"), ("Sasha", "Aliaksandra"), ("Alesia", "Aliaksandra"), ("Masha", "Maria"), ("Dasha", "Daria"), ("Katya", "Katsiaryna"),
        ("Ivan", "Jan"), ("Heorhi", "Yury"), ("Yahor", "Heorhi"),
    ];
}
