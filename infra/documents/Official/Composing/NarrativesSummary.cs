using VksServerless.Documents.Publications;
using VksServerless.Forms;

namespace VksServerless.Documents.Official.Composing;

/// <summary>What units wrote: of the first ones the beginning, under their names; everything in an annex.</summary>
internal static class NarrativesSummary
{
    private const int MostUnits = 5;
    private const int MostLength = 400;

    public static IEnumerable<Block> Of(Section asked, SectionView view, AnnexList annexes)
    {
        var texts = asked.Fields.Where(field => field.Type is FieldType.Narrative).Select(field => field.Label).ToHashSet();
        return view.Narratives.Where(narratives => narratives.Groups.Count > 0)
            .SelectMany(narratives => texts.Contains(narratives.Label) ? Excerpts(narratives, annexes) : [Mention(narratives, annexes)]);
    }

    /// <summary>Answers of one line, such as numbers of documents, are only in the annex.</summary>
    private static Block.Paragraph Mention(NarrativesView narratives, AnnexList annexes) =>
        Block.Paragraph.Of($"{narratives.Label}: {narratives.Count} đơn vị nêu{annexes.Refer(AnnexKind.Narratives)}.");

    private static IEnumerable<Block> Excerpts(NarrativesView narratives, AnnexList annexes)
    {
        yield return new Block.Heading(4, $"{narratives.Label} ({narratives.Count} đơn vị)");
        var all = narratives.Groups.SelectMany(group => group.Narratives).ToList();
        var shortened = all.Count > MostUnits;
        foreach (var one in all.Take(MostUnits))
        {
            yield return Block.Paragraph.Of(UnitNames.Shorten(one.Unit), ParagraphKind.UnitName);
            var text = Shorten(one.Text);
            shortened |= text != one.Text;
            foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return Block.Paragraph.Of(paragraph, ParagraphKind.Said);
            }
        }

        if (shortened)
        {
            var rest = all.Count > MostUnits ? $"; còn {Written.Count(all.Count - MostUnits)} đơn vị khác" : "";
            yield return Block.Paragraph.Of($"Toàn văn tại {annexes.NameOf(AnnexKind.Narratives)}{rest}.", ParagraphKind.Note);
        }
    }

    /// <summary>Up to the end of a sentence, or else of a word.</summary>
    private static string Shorten(string text)
    {
        if (text.Length <= MostLength)
        {
            return text;
        }

        var sentence = text.LastIndexOfAny(['.', ';', '!', '?', '\n'], MostLength);
        var end = sentence > MostLength / 2 ? sentence + 1 : text.LastIndexOf(' ', MostLength);
        return text[..(end > 0 ? end : MostLength)].TrimEnd() + " […]";
    }
}
