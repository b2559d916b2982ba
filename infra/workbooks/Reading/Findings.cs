using VksServerless.Application.Workbooks;

namespace VksServerless.Workbooks.Reading;

/// <summary>What is found while cells are read: what is wrong, and where each part of the report stands.</summary>
internal sealed class Findings
{
    /// <summary>More than anybody corrects at once.</summary>
    private const int MostFaults = 1000;

    private readonly List<WorkbookFault> _faults = [];
    private readonly Dictionary<string, WorkbookPlace> _places = [];

    public IReadOnlyList<WorkbookFault> Faults => _faults;

    public IReadOnlyDictionary<string, WorkbookPlace> Places => _places;

    public WorkbookPlace Stands(string pointer, NamedPlace at) => _places[pointer] = new WorkbookPlace(at.Sheet, at.Cell.ToString());

    /// <summary>At the place where the pointer was said to stand.</summary>
    public void Add(string pointer, string rule, string message) => Add(pointer, _places.GetValueOrDefault(pointer), rule, message);

    public void Add(string pointer, WorkbookPlace? place, string rule, string message)
    {
        if (_faults.Count < MostFaults)
        {
            _faults.Add(new WorkbookFault(place, pointer, rule, message));
        }
    }
}
