/**
 * First and last names by language, for invented people. `native|latin` gives a name in its own script with the spelling
 * its owner would put into an address; every other name stands for itself.
 */
export interface NamePool {
  /** How often the pool is drawn, relative to the others. */
  share: number;
  first: readonly string[];
  last: readonly string[];
}

const list = (text: string): string[] => text.trim().split(/\s+/);

export const NAME_POOLS: readonly NamePool[] = [
  {
    share: 16,
    first: list(`Alice Ben Cara Daniel Eleanor Fergus Grace Harriet Isaac Joan Kieran Lydia Martin Nora Owen Phoebe
      Rory Sadie Tessa Victor Wendy Aidan Beth Callum Dylan Esme Frances Gareth Hugh Iris`),
    last: list(`Ashworth Bellamy Calder Dunmore Eastwick Fairhurst Granger Hollins Ingleby Jessop Kirkwall Larkin
      Marchbank Netherby Oakhollow Pemberton Quillon Rookwood Selwick Thornbury Underhay Varley Wexcombe Yardley
      O’Hara MacAllan Fitzwarren St.Clair`),
  },
  {
    share: 9,
    first: list(`Anja Bastian Carla Dieter Elke Florian Greta Henning Ilse Jürgen Katharina Lena Matthias Nele Oskar
      Sabine Thorsten Ulrike Volker Wiebke Jörg Käthe`),
    last: list(`Ackermann Brückner Dietz Eschbach Fischer Grünwald Hößle Jäger Krämer Lindemann Möller Niehaus
      Overbeck Pfeifer Reinholz Schönfeld Tiedemann Uhlig Voß Weißbach Zöllner`),
  },
  {
    share: 9,
    first: list(`Ana Beatriz Carlos Diogo Elena Fernanda Gonçalo Inês João Joaquín Lucía María Mateus Nuno Odalys Pilar
      Raúl Sofía Tiago Ximena Íñigo Thaís`),
    last: list(`Almeida Bustamante Carvalhal Domínguez Echeverría Figueiredo García Herrera Ibáñez Junqueira Lobato
      Magalhães Núñez Ordóñez Peñalver Quintanilha Ribeiro Salvatierra Teixeira Urrutia Vasconcelos Zúñiga`),
  },
  {
    share: 6,
    first: list(`Aurélie Benoît Chloé Didier Élodie François Gaëlle Hélène Jérôme Loïc Maëlle Noémie Océane Rémi
      Solène Théo Yannick Zoé`),
    last: list(`Aubertin Beaulieu Chastagnier Delaunay Escoffre Fauvel Garnaud Hébrard Jacquemin Lemaître Marchenoir
      Noël Péronnet Queneau Rouxel Séverac Thévenard Vauquelin`),
  },
  {
    share: 8,
    first: list(`Astrid Bjørn Dagny Eirik Freja Gunnar Håkon Ingrid Jens Kjersti Lars Maja Nils Øyvind Ragnhild Signe
      Tuva Åsa Sigrún Þóra Aino Jukka`),
    last: list(`Aaberg Bjørnstad Dalgaard Ekström Fossum Grønvold Hallström Isaksen Jørgensen Kvamme Lindqvist Moberg
      Nygård Østby Ravnborg Sæther Tveit Ulfsdóttir Vestergaard Åkesson Mäkinen Virtala`),
  },
  {
    share: 8,
    first: list(`Agnieszka Bartosz Cecylia Dušan Ewa Franciszek Grażyna Hana Jiří Kateřina Łukasz Małgorzata Ondřej
      Petra Rafał Šárka Tomasz Věra Zbigniew Živa Andrej Zsófia Gergő`),
    last: list(`Bartoň Černík Dvořáček Ferenczy Gołąb Hruška Jabłoński Kovačić Kowalczuk Lisowski Maříková Novotná
      Ostrowski Pokorný Růžička Śliwiński Szymczak Tóthfalvi Vondráček Wróbel Żurawski Žitnik`),
  },
  {
    share: 5,
    first: list(`Alessia Bruno Chiara Davide Elisabetta Federica Giacomo Ilaria Lorenzo Marta Niccolò Ottavia Pietro
      Rosalba Salvatore Tommaso`),
    last: list(`Ansaldi Bellucco Cattaneo D’Arienzo Falconieri Gattuso Lombardello Marchetti Nardone Orlandini
      Pellegrino Rinaldi Scarpati Tagliabue Vezzoli Zanardo`),
  },
  {
    share: 6,
    first: list('Aylin Burak Cem Deniz Elif Gökhan Hülya Kerem Leyla Murat Nazlı Onur Özge Selin Şebnem Tolga Umut'),
    last: list(`Akbulut Bozkurt Çelikkol Demirel Erdoğmuş Gündüz Ilgaz Karaağaç Özçelik Öztürkmen Sarıoğlu Şimşekli
      Taşkın Ünsal Yıldızhan`),
  },
  {
    share: 9,
    first: list(`Aditi Bhavna Chetan Dev Esha Farhan Gauri Harish Ishaan Jaya Kavita Lakshmi Manoj Nandini Omkar Priya
      Rohan Sanjana Tanvi Uday Vikram Yamini`),
    last: list(`Agrawal Banerjee Chowdhury Deshpande Ghosal Hegde Iyengar Joshipura Kulkarni Lakhani Malhotra Nambiar
      Oberoi Pillai Raghunathan Siddiqui Thakkar Upadhyay Venkataraman Wadia`),
  },
  {
    share: 7,
    first: list(`Abena Babajide Chidinma Dayo Ebele Folasade Gbenga Ifeoma Imani Kwame Kofi Lerato Makena Naledi Nkechi
      Oluwaseun Sipho Tendai Wanjiru Zanele`),
    last: list(`Adeyemi Bello Chukwu Dlamini Eze Fashola Gyamfi Kamau Khumalo Mensah Moyo Ndlovu Nwankwo Okafor
      Onyango Owusu Sithole Tshabalala Wekesa`),
  },
  {
    share: 5,
    first: list('Amal Bilal Dalia Faris Hadi Ibtisam Karim Layla Mariam Nabil Omar Rania Samir Tariq Yusuf Zaynab'),
    last: list(
      'Al-Amin Barakat Darwish El-Masri Farouk Haddad Ibn-Yusuf Jaber Khoury Mansour Nasrallah Qasim Rahmani Saleh',
    ),
  },
  {
    share: 3,
    first: list('Bảo Châu Dũng Hương Khánh Linh Minh Ngọc Phương Quỳnh Thảo Tuấn Vân'),
    last: list('Nguyễn Trần Lê Phạm Huỳnh Phan Võ Đặng Bùi Đỗ'),
  },
  {
    share: 4,
    first: list(
      'Akiko Daichi Emi Haruto Hiroshi Kaede Kenji Mei Naoko Ren Satoshi Yui 健太|kenta 美咲|misaki 陽子|yoko',
    ),
    last: list(
      'Aokawa Fujimori Hoshino Ishizuka Kuwabara Matsunaga Okabe Sakuragi Tachibana Yoshikawa 森田|morita 小川|ogawa',
    ),
  },
  {
    share: 5,
    first: list('Wei Jing Lihua Xiaoming Yan Zhen Hao Mei-Ling 伟|wei 晓雯|xiaowen 志强|zhiqiang 静|jing'),
    last: list('Chen Zhang Liang Huang Zhou Xu Deng Fang 陈|chen 王|wang 林|lin 赵|zhao'),
  },
  {
    share: 3,
    first: list('Min-jun Seo-yeon Ji-woo Hye-jin Dong-hyun Eun-ji 지훈|jihoon 수빈|subin'),
    last: list('Kim Park Choi Jung Yoon Seong 강|kang 한|han'),
  },
  {
    share: 4,
    first: list(
      'Олена|olena Дмитро|dmytro Ірина|iryna Андрій|andriy Svetlana Milan Vesna Bogdan Катерина|kateryna Stoyan',
    ),
    last: list(
      'Коваленко|kovalenko Шевчук|shevchuk Петренко|petrenko Stojanović Dragomirov Bondarenko Мельник|melnyk Ilieva',
    ),
  },
  {
    share: 3,
    first: list('Ελένη|eleni Νίκος|nikos Γιώργος|giorgos Despina Kostas Thalia Ιωάννα|ioanna Stavros'),
    last: list('Papadakis Δημητρίου|dimitriou Kalogeras Αναγνώστου|anagnostou Vlachos Σταύρου|stavrou Mavridis'),
  },
  {
    share: 1,
    first: list('ליאור|lior נועה|noa Yael Eitan Tamar'),
    last: list('כהן|cohen מזרחי|mizrahi Ben-Ami Levanon'),
  },
  { share: 1, first: list('سارة|sara خالد|khaled ليلى|layla'), last: list('حداد|haddad منصور|mansour قاسم|qasim') },
  { share: 1, first: list('प्रिया|priya अमित|amit कविता|kavita'), last: list('शर्मा|sharma देशपांडे|deshpande गुप्ता|gupta') },
];
