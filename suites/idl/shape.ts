/** An interface, as its Web IDL describes it. */
export interface InterfaceShape {
  readonly name: string;
  readonly inherits: string | null;
  /** The global scopes that have it; `*` stands for all. */
  readonly exposed: readonly string[];
  /** How many arguments the constructor demands. */
  readonly length: number;
  readonly attributes: readonly AttributeShape[];
  readonly operations: readonly OperationShape[];
}

/** An attribute of an interface. */
interface AttributeShape {
  readonly name: string;
  readonly type: string;
  readonly readonly: boolean;
}

/** An operation of an interface; its length is the number of arguments that it demands. */
interface OperationShape {
  readonly name: string;
  readonly static: boolean;
  readonly length: number;
}

/** A dictionary, as its Web IDL describes it. */
export interface DictionaryShape {
  readonly name: string;
  readonly inherits: string | null;
  readonly members: readonly {
    readonly name: string;
    readonly type: string;
    readonly required: boolean;
  }[];
}

/** An enumeration and its values. */
export interface EnumShape {
  readonly name: string;
  readonly values: readonly string[];
}
