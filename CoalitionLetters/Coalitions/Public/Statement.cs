namespace CoalitionLetters.Coalitions.Public;

/// <summary>A part of a statement: its heading and its paragraphs.</summary>
public sealed record StatementPart(string Heading, params string[] Paragraphs);

/// <summary>What every coalition says of privacy and of access: what this app does, and nothing that it does not do.</summary>
public sealed record Statement(string Title, string Lead, IReadOnlyList<StatementPart> Parts)
{
    public static Statement Privacy(string language) => language == "es" ? privacyInSpanish : privacy;

    public static Statement Access(string language) => language == "es" ? accessInSpanish : access;

    private static readonly Statement privacy = new(
        "Privacy",
        "What these pages keep of you, who sees it, for how long, and how you get it or have it erased.",
        [
            new("When you read", "Reading leaves nothing with us. The pages set no cookie, load nothing from elsewhere and hold no tracker."),
            new("When you sign for an organization",
                "Public, once the signature is listed: the organization’s name, its place, and for an official the name and the office. A sentence for the press is given out with the organization’s name, if you wrote one.",
                "For the coalition’s staff only: your name, your title, your mail address, your phone, your answers to the coalition’s own questions, the statement that you ticked, a correction of the listing until it is answered, and a note of how a signature came that staff entered for you.",
                "It is erased after the time that the letter’s form states, as a rule 180 days after the letter has closed. The public listing stays, and so does the published letter."),
            new("When you send a letter of your own",
                "Your name, your mail address, your postal code and state, a postal address if the form asks for one, your text, and the words with which you agreed to further mail, if you did. They go to the persons you write to, and the coalition’s staff see them.",
                "What nobody confirmed is erased after 30 days, all the rest after the time that the form states. Others read your text only if you allowed it.",
                "So that one place cannot flood an action, the form’s network address is kept as a keyed hash, which does not tell the address, and dropped after 30 days.",
                "If you have your data erased when a letter has gone out, your mail address is kept as a keyed hash, which does not tell it, so that nobody is counted twice. If you tell us that a form was not yours, only such a hash is kept, so that the action does not write to you again. The key is deleted when the action has ended."),
            new("When an organization is invited",
                "Whom the coalition asks there, and what they write back, is for staff only and erased after the letter’s time.",
                "A contact that staff noted in the coalition’s directory is erased two years later, unless the organization was invited or has signed since."),
            new("When an office is invited", "How the office is reached, and who there filled in the form, is for staff only and erased after the letter’s time."),
            new("Mails", "The words of a mail are deleted a week after it was handed to the mail server, and the note that it was sent after 180 days."),
            new("Floods", "To stop floods, the server counts the forms that come from one network address within a minute. That count is in its memory and written nowhere."),
            new("Staff", "Members of staff sign in, and only they get a cookie, which ends with the session. What they do to letters and signatures is recorded with their name."),
            new("Get, correct, erase",
                "The private link in our mail opens a page that shows what we hold of you. There you correct it, hand it to a colleague, withdraw, or erase your data. Erasing leaves the organization’s public line; withdraw first if that is to go too.",
                "If you no longer have the link, write to the coalition."),
        ]);

    private static readonly Statement privacyInSpanish = new(
        "Privacidad",
        "Qué guardan de usted estas páginas, quién lo ve, por cuánto tiempo, y cómo obtenerlo o hacerlo borrar.",
        [
            new("Cuando usted lee", "Leer no deja nada en nuestro poder. Las páginas no dejan cookies, no cargan nada de otros sitios y no rastrean a nadie."),
            new("Cuando firma por una organización",
                "Es público, cuando la firma aparece en la lista: el nombre de la organización, su lugar y, de un funcionario, el nombre y el cargo. Una frase para la prensa se entrega con el nombre de la organización, si usted la escribió.",
                "Solo para el equipo de la coalición: su nombre, su cargo, su correo, su teléfono, sus respuestas a las preguntas de la coalición, la declaración que marcó, una corrección de los datos hasta que se responda y una nota de cómo llegó una firma que el equipo registró por usted.",
                "Se borra después del plazo que indica el formulario de la carta, por lo común 180 días después del cierre. La lista pública permanece, y también la carta publicada."),
            new("Cuando envía una carta propia",
                "Su nombre, su correo, su código postal y estado, una dirección postal si el formulario la pide, su texto, y las palabras con que aceptó recibir más correo, si lo hizo. Llegan a las personas a quienes escribe, y el equipo de la coalición los ve.",
                "Lo que nadie confirmó se borra a los 30 días; lo demás, después del plazo que indica el formulario. Otros leen su texto solo si usted lo permitió.",
                "Para que nadie inunde una acción desde un solo lugar, la dirección de red del formulario se guarda como un código cifrado que no revela la dirección, y se elimina a los 30 días.",
                "Si usted hace borrar sus datos cuando una carta ya salió, su correo se guarda como un código cifrado que no lo revela, para que nadie cuente dos veces. Si usted nos dice que un formulario no era suyo, solo se guarda un código así, para que la acción no vuelva a escribirle. La clave se borra cuando la acción ha terminado."),
            new("Cuando se invita a una organización",
                "A quién pregunta allí la coalición, y lo que responde, es solo para el equipo y se borra después del plazo de la carta.",
                "Un contacto que el equipo anotó en el directorio de la coalición se borra dos años después, salvo que la organización haya sido invitada o haya firmado desde entonces."),
            new("Cuando se invita a una oficina", "Cómo se contacta a la oficina, y quién llenó allí el formulario, es solo para el equipo y se borra después del plazo de la carta."),
            new("Correos", "Las palabras de un correo se borran una semana después de entregarlo al servidor de correo, y la nota de que se envió, a los 180 días."),
            new("Inundaciones", "Para detenerlas, el servidor cuenta los formularios que llegan de una dirección de red en un minuto. Esa cuenta está en su memoria y no se escribe en ningún lugar."),
            new("Equipo", "Los miembros del equipo inician sesión, y solo ellos reciben una cookie, que termina con la sesión. Lo que hacen con cartas y firmas queda registrado con su nombre."),
            new("Obtener, corregir, borrar",
                "El enlace privado de nuestro correo abre una página que muestra lo que guardamos de usted. Allí puede corregirlo, pasarlo a un colega, retirar la firma o borrar sus datos. Borrar deja la línea pública de la organización; retire antes la firma si también debe irse.",
                "Si ya no tiene el enlace, escriba a la coalición."),
        ]);

    private static readonly Statement access = new(
        "Accessibility",
        "These pages are made so that everybody can read, sign and check a letter. They aim at WCAG 2.2, level AA.",
        [
            new("What you can rely on",
                "Everything works with the keyboard alone, and what has the focus is always marked. Pages can be read at a width of 320 pixels and at 400 percent without scrolling sideways; wide tables scroll by themselves.",
                "The public pages need no scripts. They follow your system’s light or dark colours, its contrast and its wish for less motion. No colour says anything that a word does not say too.",
                "Final letters are tagged PDF files with headings, lists and reading order. Each letter is also there as a web page and as plain text."),
            new("How it is checked", "A test opens every page, light and dark, wide and narrow, with the axe rules, and fails on anything they find. Rules of a machine do not find everything."),
            new("What is not good enough yet", "A picture of a handwritten signature is named, but not described. The staff’s text editor and grid need scripts. What the coalition writes itself, like a table in a letter, is as clear as its authors made it."),
            new("If something stands in your way", "Write to the coalition what you wanted to do and where it failed. A signature can always be given by mail; staff enter it for you."),
        ]);

    private static readonly Statement accessInSpanish = new(
        "Accesibilidad",
        "Estas páginas están hechas para que todas las personas puedan leer, firmar y comprobar una carta. Su meta son las pautas WCAG 2.2, nivel AA.",
        [
            new("Con qué puede contar",
                "Todo funciona solo con el teclado, y siempre se ve dónde está el foco. Las páginas se leen a 320 píxeles de ancho y al 400 por ciento sin desplazarse de lado; las tablas anchas se desplazan por sí mismas.",
                "Las páginas públicas no necesitan scripts. Siguen los colores claros u oscuros de su sistema, su contraste y su deseo de menos movimiento. Ningún color dice algo que no diga también una palabra.",
                "Las cartas definitivas son archivos PDF etiquetados, con títulos, listas y orden de lectura. Cada carta está también como página web y como texto sin formato."),
            new("Cómo se comprueba", "Una prueba abre cada página, clara y oscura, ancha y estrecha, con las reglas de axe, y falla con todo lo que encuentran. Las reglas de una máquina no lo encuentran todo."),
            new("Lo que todavía no basta", "La imagen de una firma manuscrita lleva nombre, pero no descripción. El editor y la tabla del equipo necesitan scripts. Lo que escribe la propia coalición, como una tabla en una carta, es tan claro como lo hicieron sus autores."),
            new("Si algo se lo impide", "Escriba a la coalición qué quería hacer y dónde falló. Una firma siempre se puede dar por correo; el equipo la registra por usted."),
        ]);
}
