namespace CoalitionLetters.Typesetting.Images;

/// <summary>Something large that can be made again from something small: it is there while memory is to be had, and made anew when it went. So a hundred pictures, which
/// are harmless each, take no more together than their files.</summary>
internal sealed class Remade<T>(T made, Func<T> make)
    where T : class
{
    private readonly WeakReference<T> last = new(made);

    public T Value
    {
        get
        {
            if (!last.TryGetTarget(out var value))
            {
                last.SetTarget(value = make());
            }

            return value;
        }
    }
}
