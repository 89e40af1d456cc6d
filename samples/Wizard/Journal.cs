namespace Wizard;

/// <summary>
/// The file of a conversation: a line for each page that has been shown, the last one being where it is. At any moment there is a whole
/// file on the disk, the old one or the new one, so the process may be killed whenever one likes.
/// </summary>
sealed class Journal(string path)
{
    private readonly List<string> _lines = File.Exists(path) ? [.. File.ReadAllLines(path)] : [];

    /// <summary>Where the conversation is; null before the first page.</summary>
    public string? Last => _lines.Count > 0 ? _lines[^1] : null;

    /// <summary>A page further.</summary>
    public void Add(string saved)
    {
        _lines.Add(saved);
        Write();
    }

    /// <summary>A page back; stays at the first.</summary>
    public void Back()
    {
        if (_lines.Count < 2)
            return;
        _lines.RemoveAt(_lines.Count - 1);
        Write();
    }

    private void Write()
    {
        string next = path + ".new";
        using (var file = new FileStream(next, FileMode.Create))
        using (var writer = new StreamWriter(file))
        {
            foreach (string line in _lines)
                writer.WriteLine(line);
            writer.Flush();
            file.Flush(flushToDisk: true);
        }
        File.Move(next, path, overwrite: true);
    }
}
