use super::*;

const HEAD: &str =
    "name,city,region,country,website,kind,defunct,latitude,longitude,detail,source\n";

fn rows(lines: &str) -> Vec<Row<Group>> {
    read(format!("{HEAD}{lines}").as_bytes()).unwrap()
}

fn one(line: &str) -> Row<Group> {
    rows(line).remove(0)
}

fn notes<T>(row: &Row<T>) -> String {
    let notes: Vec<String> = row.notes.iter().map(Note::to_string).collect();
    notes.join("; ")
}

#[test]
fn odd_rows_are_mended_and_say_so() {
    for (line, name, website, says) in [
        (
            "PyX,,,LK,http:facebook.com/lkpug",
            "PyX",
            "http://facebook.com/lkpug",
            "website-mended http:facebook.com/lkpug",
        ),
        (
            "PyX,,,LK,www.pyx.org",
            "PyX",
            "http://www.pyx.org/",
            "website-mended www.pyx.org",
        ),
        ("PyX,,,LK,mailto:a@pyx.org", "PyX", "", "website-mail"),
        ("PyX,,,LK,name[at]host.org", "PyX", "", "website-mail"),
        (
            "PyX,,,LK,/moin/PyX",
            "PyX",
            "",
            "website-unreadable /moin/PyX",
        ),
        (
            "PyX,,,LK,javascript:alert(1)",
            "PyX",
            "",
            "website-unreadable javascript:alert(1)",
        ),
        (
            "PyX,,,LK,http://localhost/",
            "PyX",
            "",
            "website-unreadable http://localhost/",
        ),
        (
            "PyX,,,LK,https://a.org/ https://b.org/",
            "PyX",
            "https://a.org/",
            "website-more https://b.org/",
        ),
        (
            "Python M&eacute;xico,,,MX,",
            "Python México",
            "",
            "name-mended Python M&eacute;xico",
        ),
        ("- PyX,,,MX,", "PyX", "", "name-mended - PyX"),
        (
            "(Defunct) PyX,,,US,",
            "PyX",
            "",
            "defunct-in-words (Defunct) PyX",
        ),
        ("PyX,,,uk,", "PyX", "", "country-mended uk"),
        (
            ",,,DE,https://www.pythontrier.de/",
            "pythontrier.de",
            "https://www.pythontrier.de/",
            "name-by-website pythontrier.de",
        ),
        ("PyX,,,US,,club", "PyX", "", "kind-unknown club"),
        (
            "PyX,,,GH,,pyladies,,6.9,-1.02",
            "PyX",
            "",
            "place-of-no-city 6.9 -1.02",
        ),
        (
            "PyX,Accra,,GH,,pyladies,,0,0",
            "PyX",
            "",
            "place-unreadable 0 0",
        ),
        (
            "PyX,Accra,,GH,,pyladies,,91,0",
            "PyX",
            "",
            "place-unreadable 91 0",
        ),
        ("PyX,,,GH,,,maybe", "PyX", "", "value-unknown maybe"),
        ("PyX,,,GH,,,,,,,,more", "PyX", "", "column-unknown more"),
        ("  PyX  two ,,,GH,", "PyX two", "", ""),
    ] {
        let row = one(line);
        let group = row.what.clone().unwrap();
        assert_eq!(group.name, name, "{line}");
        assert_eq!(group.website.unwrap_or_default(), website, "{line}");
        assert_eq!(notes(&row), says, "{line}");
    }
}

#[test]
fn refused_with_a_reason() {
    for (line, why) in [
        (
            ",,,US,http://python.meetup.com/178",
            "name-missing http://python.meetup.com/178",
        ),
        (",,,,,,,,,,", "row-empty"),
        ("PyX,,,Germany,", "country-unknown Germany"),
        ("PyX,,,D\u{e9},", "country-unknown D\u{e9}"),
    ] {
        assert_eq!(one(line).what.unwrap_err().to_string(), why, "{line}");
    }
    let long = format!("{},,,US,", "x".repeat(201));
    assert_eq!(one(&long).what.unwrap_err().code, "name-too-long");
}

/// The column says which country; letters in the words are a state's as often.
#[test]
fn words_never_become_a_country() {
    for (line, country) in [
        (
            "PyLadies Newark,Newark,,US,,pyladies,,39.68,-75.74,\"Newark, DE\"",
            "US",
        ),
        (
            "PyLadies Lavras,Lavras,,BR,,pyladies,,-21.2,-45.0,\"Lavras, MG\"",
            "BR",
        ),
        (
            "PyLadies Ojere,Ojere,,NG,,pyladies,,7.15,3.34,\"Ojere, NG\"",
            "NG",
        ),
        ("PyPrishtina,Prishtina,,XK,", "XK"),
    ] {
        let group = one(line).what.unwrap();
        assert_eq!(group.country.as_deref(), Some(country));
        assert_eq!(group.latitude.is_some(), line.contains("pyladies"));
    }
    assert_eq!(
        one("PyX,,,,,,,,,\"Newark, DE\"").what.unwrap().country,
        None
    );
}

#[test]
fn the_same_group_twice() {
    let joined = |lines: &str| {
        let rows = rows(lines);
        let last = rows.last().unwrap();
        last.same_as
            .as_ref()
            .map(|(at, note)| (*at, note.code.clone()))
    };
    for (lines, same) in [
        (
            "HSV.py,Huntsville,,US,\nhsv.py,huntsville,,US,http://hsvpy.org",
            "same-name",
        ),
        (
            "PyHawaii,Honolulu,Hawaii,US,http://pyhawaii.com\nPyHawaii,,Hawaii,US,http://meetup.com/x",
            "same-name",
        ),
        (
            "PythonTrier,Trier,,DE,http://pythontrier.com\nPythonTrier,,,LU,https://www.pythontrier.com/",
            "same-website",
        ),
        (
            "PyLadies SPb,Saint Petersburg,,RU,http://spb.org\nPyLadies Saint Petersburg,Saint Petersburg,,RU,http://spb.org",
            "same-website",
        ),
        ("PyX,,,US,\nPyX,,,US,", "same-row"),
    ] {
        assert_eq!(joined(lines), Some((0, same.into())), "{lines}");
    }
    for lines in [
        "PyLadies Brazil,,,BR,http://brasil.pyladies.com\nPyLadies Recife,Recife,,BR,http://brasil.pyladies.com",
        "PyLadies Nigeria,,,NG,http://pyladies.com/locations/dc\nPyLadies Washington,Washington,,US,http://pyladies.com/locations/dc",
        "PyX,Lagos,,NG,\nPyX,Abuja,,NG,",
    ] {
        assert_eq!(joined(lines), None, "{lines}");
    }
    let rows = rows("HSV.py,Huntsville,,US,\nhsv.py,huntsville,Alabama,US,http://hsvpy.org");
    let first = rows[0].what.as_ref().unwrap();
    assert_eq!(
        first.website.as_deref(),
        Some("http://hsvpy.org/"),
        "what the second says is not lost"
    );
    assert_eq!(first.region.as_deref(), Some("Alabama"));
}

#[test]
fn any_bytes() {
    assert_eq!(
        read(b"\xef\xbb\xbfname,country\nPyX,US\n").unwrap().len(),
        1
    );
    assert_eq!(read(b"\xff\xfen\0a\0m\0e\0\n\0X\0").unwrap()[0].title, "X");
    let row = read(b"name,city\nPyX,M\xe1laga\n").unwrap().remove(0);
    assert_eq!(
        (row.what.unwrap().city.as_str(), row.notes.len()),
        ("Málaga", 1)
    );
    for bad in [&b""[..], b"title,country\n1,2", b"\0\0\0"] {
        assert!(matches!(read(bad), Err(Unreadable::Form(_))), "{bad:?}");
    }
    assert_eq!(read(b"name\n\"never closed").unwrap().len(), 1);
}
