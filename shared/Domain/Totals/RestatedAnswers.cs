using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Totals;

/// <summary>What a unit would have answered in an earlier period, had it been as it is now.</summary>
public static class RestatedAnswers
{
    /// <returns>
    /// Null when that cannot be said: a predecessor gave only a part of itself, or its report was not accepted. Of one predecessor
    /// everything it answered; of several the sums, and all else blank.
    /// </returns>
    public static async Task<Answers?> Of(Form form, Origins origins, Func<UnitCode, Task<Answers?>> acceptedOf)
    {
        if (!origins.Exact)
        {
            return null;
        }

        var all = new List<Answers>();
        foreach (var unit in origins.Units)
        {
            if (await acceptedOf(unit) is not { } answers)
            {
                return null;
            }

            all.Add(answers);
        }

        return all is [var only] ? only : new Answers(form.Fields
            .Where(field => field.Aggregation is AggregationMethod.Sum && all.TrueForAll(answers => answers[field.Code] is Answer.Number))
            .ToDictionary(
                field => field.Code.ToString(),
                Answer (field) => new Answer.Number(all.Sum(answers => ((Answer.Number)answers[field.Code]!).Value))));
    }
}
