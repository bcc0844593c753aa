"""Spellings of one name as they stand on papers and lists, per script; and names that must stay apart."""

ARABIC = """
محمد Mohammed  محمد Muhammad  محمد Mohamed  محمد Mehmet  أحمد Ahmad  أحمد Ahmed  احمد Ahmet  محمود Mahmoud
محمود Mahmut  يوسف Yusuf  يوسف Yousef  يوسف Jusuf  يوسف Youssef  جمال Jamal  جمال Gamal  جمال Djamal
جمال Dschamal  جمال Cemal  جميل Jamil  جميل Djamil  علي Ali  علي Aly  عالية Alia  حسن Hassan  حسين Hussein
حسين Husayn  حسين Hüseyin  خالد Khaled  خالد Khalid  خالد Chalid  خالد Halid  عمر Omar  عمر Umar  عمر Ömer
عثمان Osman  عثمان Othman  عثمان Uthman  فاطمة Fatima  فاطمة Fatma  فاطمة Fatimah  مصطفى Mustafa
مصطفى Mostafa  ليلى Layla  ليلى Leila  إبراهيم Ibrahim  ابراهيم Ebrahim  ياسين Yasin  ياسين Yassine
سعيد Said  سعيد Saeed  داود Dawood  داوود Daoud  وليد Walid  نوال Nawal  مريم Mariam  مريم Maryam
صلاح Salah  عبدالله Abdullah  عبدالله Abdallah  قاسم Qasim  قاسم Kasim  نور Nour  نور Noor  حيدر Haidar
حيدر Haydar  زهراء Zahra  رشيد Rasheed  رشيد Raschid  كريم Karim  سليمان Suleiman  سليمان Sulaiman  هدى Huda
هادي Hadi  خديجة Khadija  خديجة Chadidscha  زينب Zainab  زينب Zeinab  طارق Tariq  طارق Tarek  سمير Samir
سميرة Samira  أسامة Osama  أسامة Usama  شريف Sherif  شريف Scharif  أمينة Amina  حمزة Hamza  إسماعيل Ismail
بلال Bilal
"""
PERSIAN = """
حسین Hossein  حسین Hossain  محمد Mohammad  رضا Reza  رضا Resa  علی Ali  فاطمه Fatemeh  فاطمه Fateme
پریسا Parisa  نسرین Nasrin  شیرین Shirin  شیرین Schirin  جمشید Jamshid  جمشید Djamschid  فرهاد Farhad
بهرام Bahram  مهدی Mehdi  مهدی Mahdi  زهرا Zahra  زهرا Sahra  قاسم Ghasem  قاسم Qasem  غلام Gholam
غلام Ghulam  حمید Hamid  حامد Hamed  مریم Maryam  لیلا Leila  سارا Sara  امیر Amir  نوید Navid  نوید Nawid
جاوید Javid  جاوید Dschawid  کریم Karim  کریمی Karimi  احمدی Ahmadi  حسینی Hosseini  رضایی Rezai  نوری Nuri
نوری Noori  شریفی Sharifi  صدیقی Siddiqi  قادری Qaderi  قادری Ghaderi  وردک Wardak  یوسفی Yousefi
یوسفی Yusufi  امیری Amiri  حکیمی Hakimi  میرزا Mirza  گل Gul  گل Gol  ظاهر Zaher  ظاهر Zahir  ذبیح Zabih
چنگیز Changiz  ژاله Zhale  ژاله Jaleh  بهروز Behrouz  بهروز Behrooz  داریوش Dariush  کاوه Kaveh  کاوه Kawa
شاهین Shahin  مینا Mina  نادر Nader  ناصر Naser  یاسر Yaser  آرش Arash  ایمان Iman
"""
CYRILLIC = """
Олександр Oleksandr  Александр Aleksandr  Александр Alexander  Сергій Serhii  Сергій Sergij  Сергей Sergey
Сергей Sergej  Сергей Sergei  Юлия Julia  Юлия Yulia  Юлія Yuliia  Юлія Iuliia  Дмитрий Dmitri
Дмитрий Dmitry  Дмитро Dmytro  Олена Olena  Елена Elena  Елена Yelena  Елена Jelena  Коваленко Kovalenko
Коваленко Kowalenko  Шевченко Shevchenko  Шевченко Schewtschenko  Шевчук Shevchuk  Шевчук Schewtschuk
Щербак Shcherbak  Щербак Schtscherbak  Наталія Nataliia  Наталия Natalja  Наталья Natalya  Наталья Natalia
Тетяна Tetiana  Татьяна Tatjana  Татьяна Tatiana  Михаил Mikhail  Михаил Michail  Михайло Mykhailo
Володимир Volodymyr  Володимир Wolodymyr  Владимир Vladimir  Владимир Wladimir  Катерина Kateryna
Екатерина Ekaterina  Екатерина Jekaterina  Екатерина Yekaterina  Яна Yana  Яна Jana  Ярослав Yaroslav
Ярослав Jaroslaw  Євген Yevhen  Евгений Evgenij  Евгений Yevgeny  Андрій Andrii  Андрей Andrej
Андрей Andrey  Ірина Iryna  Ирина Irina  Оксана Oksana  Оксана Oxana  Иванов Ivanov  Иванов Iwanow
Иванов Ivanoff  Кузнецов Kuznetsov  Кузнецов Kusnezow  Жуков Zhukov  Жуков Schukow  Чайка Tschaika
Чайка Chaika  Хасан Hasan  Мельник Melnyk  Бондар Bondar  Лысенко Lysenko  Цой Tsoi  Зайцев Zaitsev
Мария Maria  Марія Mariia  Рахмон Rahmon
"""
GEEZ = """
ገብረመድህን Gebremedhin  ተስፋይ Tesfay  ተስፋዬ Tesfaye  ሃይለ Haile  ኃይሌ Haile  ዮሐንስ Yohannes  ዮሃንስ Johannes
ዳዊት Dawit  ዳዊት Dawid  ሰላም Selam  ሰላም Salam  ኪዳነ Kidane  አበበ Abebe  ምሕረት Mehret  ሜሮን Meron  ብርሃነ Berhane
ብርሃኔ Birhane  ፊልሞን Filmon  ተክለ Tekle  አብርሃም Abraham  አብርሃም Abreham  ሚካኤል Mikael  ሚካኤል Michael  ገብረ Gebre
ገብረ Ghebre  ወልዱ Weldu  ወልደ Welde  ወልደ Wolde  መንግስቱ Mengistu  ሳሙኤል Samuel  ሳሙኤል Samuil  ዮናስ Yonas  ዮናስ Jonas
ሄለን Helen  ሄለን Hellen  ሰናይት Senait  ሰናይት Senayt  ለተብርሃን Letebrhan  ፍሬወይኒ Freweyni  ፍረወይኒ Frewini  ዘርኣይ Zeray
ዘርአይ Zerai  ኣስመላሽ Asmelash  አስመላሽ Asmelasch  ኢሳያስ Isayas  ኢሳይያስ Isaias  መሓመድ Mohamed  መሐመድ Mohammed
ኣሕመድ Ahmed  ዓሊ Ali  ኣማን Aman  ጀማል Jemal  ጀማል Jamal  ጀማል Dschemal  ከድር Kedir  ሩት Rut  ሩት Ruth  ማርያም Mariam
ማርያም Maryam  ማርታ Marta  ጴጥሮስ Petros  ጳውሎስ Paulos  ኤልሳ Elsa  ኤርምያስ Ermias  ኣልማዝ Almaz  ሙሉጌታ Mulugeta
ክብሮም Kibrom  ሓጎስ Hagos  ንግስቲ Nigisti  ተወልደ Tewelde  ተወልደ Tewolde  ሰመረ Semere  ጸጋይ Tsegay  ፀጋዬ Tsegaye
ግርማይ Girmay  ግርማይ Ghirmay  ኣክሊሉ Aklilu
"""
LATIN = """
Gamal Jamal  Jamal Djamal  Djamal Dschamal  Mohammed Muhammad  Mohamed Mehmet  Ahmed Ahmet  Yusuf Jusuf
Youssef Yusuf  Osman Othman  Khaled Chalid  Khalid Halid  Hussein Hossein  Husayn Hüseyin  Fatima Fatma
Fatimah Fatemeh  Leila Layla  Dawud Daoud  Suleiman Süleyman  Rasheed Raschid  Shahin Şahin  Zahra Sahra
Reza Resa  Qasim Kassem  Noor Nour  Sergej Sergey  Sergiy Sergij  Julia Yulia  Iuliia Yuliya
Alexander Aleksandr  Elena Jelena  Yelena Elena  Schewtschenko Shevchenko  Kowalenko Kovalenko
Iwanow Ivanov  Ivanov Ivanoff  Kusnezow Kuznetsov  Michail Mikhail  Tetiana Tetyana  Jaroslaw Yaroslav
Evgenij Yevgeniy  Gebremedhin Gebremedin  Tesfay Tesfai  Haile Hayle  Johannes Yohannes  Dawit Dawid
Berhane Birhane  Müller Mueller  Hamid Hamed  Saeed Said  Khadija Chadidscha  Zainab Zeynep  Ismail Ismaeel
Mustafa Mostafa  Ibrahim Ebrahim  Maryam Mariam  Marjam Mariam  Jawad Djawad  Javad Jawad  Walid Valid
Cemal Jamal  Nataliia Natalya  Tatjana Tatiana  Dmitrij Dmitry  Selam Salam  Aisha Aischa  Bilal Belal
"""
APART = """
Ali Alia Ala Hassan Hussein Ahmad Hamid Mahmud Mohammed Mariam Amira Amir Omar Amr Jamal Jamil Rashid
Rashad Karim Karam Salim Salam Nour Noura Nouri Huda Hadi Yusuf Younes Ivan Anna Samir Samira Kamal Kamil
Yasmin Yasin Said Saad Tarek Olga Oleg Elena Alina Dawit Bilal Nadia Nadim Nada Musa Isa Sara Sana Hussaini
Mohammadi Ahmadi Tesfay Tekle Haile Helen Helena Yonas Yohannes Samuel Simon Petros Paulos Sergej Oksana
Iryna Marina Maria Mirza Reza Demir Temur Aydin Adnan Yilmaz Ismail Barry Bahri Diallo Jallow Camara Kamara
"""
"""All different names, but for those in ``ALIKE``."""
ALIKE = {("Camara", "Kamara"), ("Younes", "Yonas")}
"""Names of ``APART`` that are one name all the same: the test would fail if the rule kept everything apart."""


def pairs(text: str) -> list[tuple[str, str]]:
    """Return each spelling with the one beside it."""
    words = text.split()
    return list(zip(words[::2], words[1::2], strict=True))
