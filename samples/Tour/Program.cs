System.Console.WriteLine("The tour starts here.");
